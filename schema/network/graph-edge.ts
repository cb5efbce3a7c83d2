import type { GraphQLError } from "graphql";
import type { GraphEdgesAsked } from "../../drizzle/query/graph-edge.ts";
import type { AllianceKind as Kind, AllianceStatusCode as Code } from "../../src/domain/vocabulary.ts";
import { type AsOf, asOfArguments, dayAsked } from "../time/as-of.ts";
import type { ArgumentBuilder } from "../builder.ts";
import type { Context } from "../context.ts";
import { AllianceKind, AllianceStatusCode } from "../enum.ts";
import { costLimitExceeded } from "../error.ts";
import { statusesAsked } from "../alliance/partnership-filter.ts";

/** Of one day, and of a network over a span. */
export const MOST_TIES = 200_000;

/** The error for a graph that is too large to be read. */
export function tooManyTies(ties: number): GraphQLError {
  return costLimitExceeded(
    `${ties} ties hold on the day, more than ${MOST_TIES}: name the "kinds" of alliance that ties may go through`,
  );
}

export interface GraphEdgeArguments extends AsOf {
  kinds?: readonly Kind[] | null | undefined;
  atLeast?: Code | null | undefined;
}

/** The arguments of everything that looks at who takes part in what on one day. */
export function graphEdgeArguments(arg: ArgumentBuilder) {
  return {
    ...asOfArguments(arg),
    kinds: arg({ type: [AllianceKind], description: "Only through alliances of these kinds; of any when left out" }),
    atLeast: arg({
      type: AllianceStatusCode,
      defaultValue: "AGREED",
      description: "Only through alliances that had got at least so far on the day",
    }),
  };
}

/** @throws a GraphQLError BAD_USER_INPUT for a status off the ladder */
export function graphEdgesAsked(args: GraphEdgeArguments, context: Context): GraphEdgesAsked {
  return {
    day: dayAsked(args, context),
    certainty: args.certainty ?? "POSSIBLE",
    statuses: statusesAsked({ atLeast: args.atLeast }),
    kinds: args.kinds ?? null,
  };
}
