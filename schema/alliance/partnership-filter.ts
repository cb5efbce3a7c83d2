import { and, eq, inArray, type SQL, sql } from "drizzle-orm";
import { daysOfStrands } from "../../drizzle/views/index.ts";
import { statusesAtLeast, statusLadder } from "../../src/domain/status-ladder.ts";
import type { AllianceKind as Kind, AllianceStatusCode as Code } from "../../src/domain/vocabulary.ts";
import { type AsOf, asOfArguments, holdsAsAsked } from "../time/as-of.ts";
import type { ArgumentBuilder } from "../builder.ts";
import type { RowOf } from "../read/table.ts";
import type { PageArguments } from "../connection/page.ts";
import type { Context } from "../context.ts";
import { AllianceKind, AllianceStatusCode } from "../enum.ts";
import { badUserInput } from "../error.ts";
import { actorId } from "../node/reference.ts";

export interface PartnershipArguments extends AsOf, PageArguments {
  kind?: Kind | null | undefined;
  with?: string | null | undefined;
  atLeast?: Code | null | undefined;
  statuses?: readonly Code[] | null | undefined;
}

/** SQL: keeps the partnerships that the arguments ask for. */
export function partnershipsAsked(
  args: PartnershipArguments,
  context: Context,
): (row: RowOf<"partnerships">) => SQL | undefined {
  const codes = statusesAsked(args);
  return (row) =>
    and(
      args.kind == null ? undefined : eq(row.kind, args.kind),
      args.with == null ? undefined : sql`${row.partnerId} = ${actorId(args.with)}`,
      inArray(row.status, [...codes]),
      ...daysOfStrands(row).map((days) => holdsAsAsked(days, args, context)),
    );
}

/**
 * The statuses that count: those named, or else those at least so far up the ladder.
 * @throws a GraphQLError BAD_USER_INPUT for an atLeast off the ladder
 */
export function statusesAsked({
  atLeast,
  statuses,
}: Pick<PartnershipArguments, "atLeast" | "statuses">): readonly Code[] {
  if (statuses != null) return statuses;
  const least = atLeast ?? "AGREED";
  if (statusLadder.includes(least)) return statusesAtLeast(least);
  throw badUserInput(`Argument "atLeast" is ${least}, which is off the ladder: name it in "statuses" instead`);
}

/** The arguments that `partnerships` and `partners` share. */
export function partnershipArguments(arg: ArgumentBuilder) {
  return {
    kind: arg({ type: AllianceKind, description: "Only through alliances of this kind; of any when left out" }),
    atLeast: arg({
      type: AllianceStatusCode,
      defaultValue: "AGREED",
      description: "Only where the alliance had got at least so far: who merely negotiates is no partner yet",
    }),
    statuses: arg({
      type: [AllianceStatusCode],
      description:
        "Only in one of these statuses, instead of atLeast; SUSPENDED and TERMINATED match only when named here",
    }),
    ...asOfArguments(arg),
  };
}
