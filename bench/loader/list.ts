import { decides, TAKES_PART } from "../floor/plan.ts";
import type { LoaderContext, Row } from "./loaders.ts";

interface Page {
  first?: number;
}

export async function alliancesOf(actor: Row, { asOf, first = 20 }: Page & { asOf: string }, { find }: LoaderContext) {
  const rows = await find(
    `select *, count(*) over () as total from alliances where id in (select alliance_id from memberships as membership
      where membership.actor_id = ?1 and membership.role in ${TAKES_PART}
        and membership.from_earliest <= ?2 and ?2 < membership.to_latest and ${decides("membership")})
      order by name, id limit ?3`,
    [actor.id, asOf, first],
  );
  return { totalCount: rows[0]?.["total"] ?? 0, nodes: rows };
}

export async function statementsOf(actor: Row, { first = 20 }: Page, { find }: LoaderContext) {
  const sql = "select * from statements where speaker_id = ? order by said_earliest, ordinal limit ?";
  return {
    count: () => countOf(find, "statement_counts where speaker_id = ?", [actor.id]),
    ...pageOf(await find(sql, [actor.id, first + 1]), first),
  };
}

interface StatementsAsked extends Page {
  filter: { targetAlliance: string[]; stance: string[] };
  after?: string;
}

export async function findStatements(
  _: unknown,
  { filter, first = 20, after }: StatementsAsked,
  { find }: LoaderContext,
) {
  const about =
    "alliance_id = (select id from alliances where slug = ?) and stance in (select value from json_each(?))";
  const asked = [filter.targetAlliance[0]!, JSON.stringify(filter.stance)];
  const [day, id] = after?.split("~") ?? ["", "0"];
  const rows = await find(
    `select * from statements where id in (select statement_id from statement_targets where ${about}
      and (said_earliest, statement_id) > (?, ?) order by said_earliest, statement_id limit ?)
      order by said_earliest, id`,
    [...asked, day!, Number(id), first + 1],
  );
  return { count: () => countOf(find, `mention_counts where ${about}`, asked), ...pageOf(rows, first) };
}

function pageOf(rows: Row[], first: number) {
  const nodes = rows.slice(0, first);
  const last = nodes.at(-1);
  const endCursor = last === undefined ? null : `${last["said_earliest"]}~${last.id}`;
  return { nodes, pageInfo: { hasNextPage: rows.length > first, endCursor } };
}

async function countOf(find: LoaderContext["find"], from: string, values: (string | number)[]) {
  const [row] = await find(`select coalesce(sum(count), 0) as total from ${from}`, values);
  return row!["total"];
}
