import { factsOf, type HistoryRow, historyOn } from "../../drizzle/query/tie-history.ts";
import { type Stretch, stretchesOf } from "../../src/domain/tie-history.ts";
import { type Day, dayAfter } from "../../src/domain/time/day.ts";
import type { AllianceKind as Kind, AllianceStatusCode as Code, Certainty } from "../../src/domain/vocabulary.ts";
import { statusesAsked } from "../alliance/partnership-filter.ts";
import { refersTo } from "../argument/reference-kind.ts";
import type { ArgumentBuilder } from "../builder.ts";
import type { Context } from "../context.ts";
import { AllianceKind, AllianceStatusCode, Certainty as CertaintyEnum } from "../enum.ts";
import { badUserInput, costLimitExceeded } from "../error.ts";
import { readNamed } from "../node/named-query.ts";
import { actorId } from "../node/reference.ts";
import type { NodeTie } from "./network.ts";

/** Memberships that one question about a span may read. */
export const MOST_MEMBERSHIPS = 50_000;

export interface HistoryArguments {
  from: Day;
  to: Day;
  kinds?: readonly Kind[] | null | undefined;
  atLeast?: Code | null | undefined;
  certainty?: Certainty | null | undefined;
}

/** A tie of an actor to an alliance with all its stretches, in the order of their days. */
export interface PastTie extends NodeTie {
  stretches: readonly Stretch[];
}

/** The arguments of what looks at who takes part in what over a span. */
export function historyArguments(arg: ArgumentBuilder) {
  return {
    from: arg({ type: "Date", required: true, description: "The first day" }),
    to: arg({ type: "Date", required: true, description: "The last day, not before the first" }),
    kinds: arg({ type: [AllianceKind], description: "Only through alliances of these kinds; of any when left out" }),
    atLeast: arg({
      type: AllianceStatusCode,
      defaultValue: "AGREED",
      description: "On each day only through alliances that had got at least so far",
    }),
    certainty: arg({
      type: CertaintyEnum,
      defaultValue: "POSSIBLE",
      description: "POSSIBLE: all that may hold on a day; CERTAIN: only what surely does, as in `network`",
    }),
  };
}

export function focusArgument(arg: ArgumentBuilder) {
  return arg.id({
    description:
      "Only the alliances in which this actor takes part, by its id or slug, while it does, with all who take part in them; all when left out",
    ...refersTo("actors"),
  });
}

/**
 * All ties of the days `from` to `to`, both included, by the names of the alliances, then of the actors; focus is null where it names nobody.
 * @throws a GraphQLError BAD_USER_INPUT for a span that ends before it begins, COST_LIMIT_EXCEEDED for too much in it
 */
export async function readHistory(field: string, args: HistoryArguments, focus: string | null, context: Context) {
  const { from, to } = args;
  if (from > to)
    throw badUserInput(`Argument "from" of ${field} is ${from}, after "to", ${to}: give the earlier day first`);
  const asked = {
    from,
    to: dayAfter(to),
    statuses: statusesAsked({ atLeast: args.atLeast }),
    kinds: args.kinds ?? null,
  };
  const rows = await readNamed<HistoryRow>(
    `history ${JSON.stringify([asked, focus])}`,
    () => historyOn(asked, MOST_MEMBERSHIPS, focus === null ? null : actorId(focus)),
    context,
  );
  const one = (sort: HistoryRow["sort"]) => rows.find((row) => row.sort === sort)!;
  if (one("COUNT").id! > MOST_MEMBERSHIPS) {
    throw costLimitExceeded(
      `${field} would read more than ${MOST_MEMBERSHIPS} memberships: name the "kinds" of alliance, or an actor that they are to be around`,
    );
  }
  const span = { from, to: asked.to, certainty: args.certainty ?? "POSSIBLE" };
  return {
    focus: one("FOCUS").id,
    ties: tiesOf(rows, one("READ").name, span, focus === null ? undefined : one("FOCUS").id),
  };
}

function tiesOf(
  rows: readonly HistoryRow[],
  readOn: Day | null,
  span: Parameters<typeof stretchesOf>[2],
  focus: number | null | undefined,
): PastTie[] {
  if (focus === null) return [];
  const actors = rows.filter(({ sort }) => sort === "ACTOR");
  const places = new Map(actors.map(({ id }, place) => [id!, place]));
  return rows
    .filter(({ sort }) => sort === "ALLIANCE")
    .flatMap((row) => {
      const { statuses, memberships } = factsOf(row, readOn);
      return [...stretchesOf(statuses, memberships, span, focus)]
        .map(([actor, stretches]) => ({ place: places.get(actor)!, stretches }))
        .toSorted((a, b) => a.place - b.place)
        .map(({ place, stretches }): PastTie => {
          const actor = actors[place]!;
          return {
            actor: actor.id!,
            actorType: actor.actorType!,
            actorName: actor.name!,
            alliance: row.id!,
            allianceName: row.name!,
            stretches,
          };
        });
    });
}
