import { type SQL, sql } from "drizzle-orm";
import type { GraphQLResolveInfo } from "graphql";
import { type GraphEdgeRow, graphOn, type GraphRow, tiesOf } from "../../drizzle/query/graph-edge.ts";
import { findPaths, type Hop, PathEffortError } from "../../src/domain/path.ts";
import { certaintyAsAsked } from "../time/as-of.ts";
import { checkReferences } from "../argument/known-reference.ts";
import { refersTo } from "../argument/reference-kind.ts";
import { builder } from "../builder.ts";
import type { RowOf } from "../read/table.ts";
import type { Context } from "../context.ts";
import { badUserInput, costLimitExceeded } from "../error.ts";
import { atMost, costOfRows } from "../list-bound.ts";
import { MOST_HOPS, Path } from "./path.ts";
import { checkRange } from "../time/range.ts";
import { actorId } from "../node/reference.ts";
import { type GraphEdgeArguments, graphEdgeArguments, graphEdgesAsked, MOST_TIES, tooManyTies } from "./graph-edge.ts";
import { readRows } from "../read/read-rows.ts";
import { asRead } from "../assertion.ts";

const USUAL_PATHS = 20;
const MOST_PATHS = 100;
const MOST_STEPS = 1_000_000;

interface PathArguments extends GraphEdgeArguments {
  from: string;
  to: string;
  maxLength: number;
  first: number;
}

type KeyedHop = Hop<GraphEdgeRow>;

const keyOf = ({ from, to }: KeyedHop) => `${from.membership}-${to.membership}-${from.allianceStatus}`;

/** Who the two ends are, and every tie that holds on the day: one statement. */
async function readGraph(args: PathArguments, context: Context) {
  const rows = await context.database.all<GraphRow>(
    graphOn(graphEdgesAsked(args, context), { named: [actorId(args.from), actorId(args.to)] }),
  );
  const { ties, named } = tiesOf(rows);
  const [origin = null, target = null] = named;
  if (ties.length > MOST_TIES) throw tooManyTies(ties.length);
  return { origin, target, ties };
}

async function paths(args: PathArguments, context: Context, info: GraphQLResolveInfo) {
  checkRange("Query.paths", "maxLength", args.maxLength, 1, MOST_HOPS);
  checkRange("Query.paths", "first", args.first, 1, MOST_PATHS);
  if (args.from === args.to) throw sameActor();
  const { origin, target, ties } = await readGraph(args, context);
  if (origin !== null && origin === target) throw sameActor();
  const found = origin === null || target === null ? [] : search(ties, origin, target, args);
  if (found.length === 0) {
    await checkReferences(context, info);
    return [];
  }
  const hops = await readHops(found.flat(), args, context, info);
  return found.map((path) => ({ hops: path.map((hop) => hops.get(keyOf(hop))!) }));
}

function search(ties: readonly GraphEdgeRow[], from: number, to: number, { maxLength, first }: PathArguments) {
  try {
    return findPaths(ties, { from, to, maxLength, most: first, effort: MOST_STEPS });
  } catch (error) {
    if (!(error instanceof PathEffortError)) throw error;
    throw costLimitExceeded(
      `The search takes more than ${MOST_STEPS} steps: ask for a lower "maxLength", or name the "kinds" of alliance that a path may go through`,
    );
  }
}

/** The partnerships that the hops are, by their keys, with all that is asked of them: one statement. */
async function readHops(hops: readonly KeyedHop[], args: PathArguments, context: Context, info: GraphQLResolveInfo) {
  const keys = new Map(
    hops.map((hop) => [keyOf(hop), [hop.from.membership, hop.to.membership, hop.from.allianceStatus]]),
  );
  const wanted = JSON.stringify([...keys.values()]);
  const isWanted = (row: RowOf<"partnerships">): SQL =>
    sql`${row.actorMembershipId} in (select value ->> 0 from json_each(${wanted}))
      and (${row.actorMembershipId}, ${row.partnerMembershipId}, ${row.allianceStatusId})
        in (select value ->> 0, value ->> 1, value ->> 2 from json_each(${wanted}))`;
  const hopKeys = { actorMembershipId: true, partnerMembershipId: true, allianceStatusId: true } as const;
  const own = () => ({
    extras: certaintyAsAsked(args, context),
    where: { RAW: isWanted },
  });
  const rows = await readRows({ table: "partnerships", own, keys: hopKeys, paths: [["hops"]] }, context, info);
  return new Map(
    rows.map((row) => [
      Object.keys(hopKeys)
        .map((key) => row[key])
        .join("-"),
      asRead(row),
    ]),
  );
}

function sameActor() {
  return badUserInput(`Arguments "from" and "to" of Query.paths name the same actor: give two`);
}

builder.queryField("paths", (t) =>
  t.field({
    type: [Path],
    ...atMost({ argument: "first", usual: USUAL_PATHS, most: MOST_PATHS }, costOfRows(200_000)),
    description: `How two actors are linked on one day: the ways through alliances that all hold on it, the shortest first, then by the names of the actors and alliances on the way. Empty where there is none. Refused with COST_LIMIT_EXCEEDED where more than ${MOST_TIES} ties hold on the day, or the search takes more than ${MOST_STEPS} steps`,
    args: {
      from: t.arg.id({ ...refersTo("actors"), required: true, description: "The actor to begin with, by id or slug" }),
      to: t.arg.id({
        ...refersTo("actors"),
        required: true,
        description: "The actor to end with, by id or slug; not the same",
      }),
      ...graphEdgeArguments(t.arg),
      maxLength: t.arg.int({
        required: true,
        defaultValue: 3,
        description: `At most so many hops, 1 to ${MOST_HOPS}`,
      }),
      first: t.arg.int({
        required: true,
        defaultValue: USUAL_PATHS,
        description: `At most so many paths, 1 to ${MOST_PATHS}`,
      }),
    },
    resolve: (_root, args, context, info) => paths(args, context, info),
  }),
);
