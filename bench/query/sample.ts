import { DatabaseSync } from "node:sqlite";
import { writeGlobalId } from "../../schema/node/global-id.ts";
import { FIRST_DAY } from "../../src/domain/time/day.ts";
import type { Place, Sample } from "./variable-set.ts";

const PAGE = 10;

/** @param file of the database that is asked about */
export function sampleOf(file: string): Sample {
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    return { places: placesOfPages(database, "nato", 1000, 8), ids: idsOfNodes(database), states: statesOf(database) };
  } finally {
    database.close();
  }
}

/** The last statements before so many pages up to that number; of a list that is shorter, before its last pages; before all of one page. */
function placesOfPages(database: DatabaseSync, alliance: string, page: number, count: number): Place[] {
  const about = `from statement_targets where alliance_id = (select id from alliances where slug = ?) and stance in ('CRITICAL', 'NEUTRAL')`;
  const { total } = database.prepare(`select count(*) as total ${about}`).get(alliance) as { total: number };
  const last = Math.min(page, Math.ceil(total / PAGE));
  if (last < 2) return [{ day: FIRST_DAY, id: 0, row: -1 }];
  const pages = Array.from({ length: Math.min(count, last - 1) }, (_, back) => last - back);
  const find = database.prepare(
    `select said_earliest as day, statement_id as id ${about} order by said_earliest, statement_id limit 1 offset ?`,
  );
  return pages.map((number) => {
    const row = (number - 1) * PAGE - 1;
    const { day, id } = find.get(alliance, row) as unknown as Place;
    return { day, id, row };
  });
}

/** The largest, and some from there to the middle of all. */
function statesOf(database: DatabaseSync): string[] {
  const all = database
    .prepare(
      `select slug from actors where type = 'STATE'
        order by (select count(*) from memberships where actor_id = actors.id) desc, id`,
    )
    .all()
    .map(({ slug }) => String(slug));
  return [0, 1, 2, 4, 8, 16, 32, 64].flatMap((place) => all[place] ?? []);
}

/** Ids of statements, actors and alliances. */
function idsOfNodes(database: DatabaseSync): string[] {
  const lastOf = (table: string) => (database.prepare(`select max(id) as id from ${table}`).get() as { id: number }).id;
  const last = lastOf("statements");
  const statements = [1, 2, Math.ceil(last / 3), Math.ceil(last / 2), last].map((id) => writeGlobalId("Statement", id));
  const state = database.prepare("select id from actors where slug = 'japan'").get() as { id: number };
  const person = database.prepare("select id from actors where slug = 'fumio-kishida'").get() as { id: number };
  return [
    ...statements,
    writeGlobalId("State", state.id),
    writeGlobalId("Person", person.id),
    writeGlobalId("Alliance", 1),
  ];
}
