import { env } from "cloudflare:workers";
import { getColumns, sql, type SQLWrapper, type Table } from "drizzle-orm";
import fc from "fast-check";
import { beforeAll, expect, it } from "vitest";
import { connect } from "../../drizzle/client/database.ts";
import type { RelationalQuery } from "../../drizzle/query/relational-query.ts";
import { relations } from "../../drizzle/relations.ts";
import type { TableName } from "../../schema/read/table.ts";
import { readRowQuery, rowQuery } from "../../schema/read/row-query.ts";
import { loadDataset } from "../load-dataset.ts";
import { MOST_ARGUMENTS, mostArguments } from "../most-arguments.ts";

beforeAll(loadDataset);

const READER = { client: env.DB, d1: env.DB, revision: null, soughtLeft: 0 };

// What is searched, and partners, have no rows of their own: they are what a query selects in their place.
const SELECTED = ["searchEntries", "actorPartners"];
const NAMES = Object.keys(relations).filter((name) => !SELECTED.includes(name)) as TableName[];
const DEPTH = 3;

type Drizzle = { findMany: (query: RelationalQuery) => Promise<unknown[]> };

/** Some columns of a table in some order, and some of its relations, as far down as that. */
function queryOf(name: TableName, depth: number): fc.Arbitrary<RelationalQuery> {
  const { table, relations: related } = relations[name] as (typeof relations)["actors"];
  const columns = Object.keys(getColumns(table as Table));
  const further = Object.entries(related).filter(([, one]) => (NAMES as string[]).includes(one.targetTableName));
  const children = further.map(([key, { targetTableName }]) => {
    const query = fc.constant(null).chain(() => queryOf(targetTableName as TableName, depth - 1));
    return fc.record({ key: fc.constant(key), query: fc.oneof({ arbitrary: query, weight: 3 }, fc.constant(true)) });
  });
  return fc.record({
    columns: fc
      .shuffledSubarray(columns, { minLength: 1 })
      .map((some) => Object.fromEntries(some.map((column) => [column, true]))),
    orderBy: fc.constant(Object.fromEntries(columns.map((column) => [column, "asc"]))),
    limit: fc.integer({ min: 1, max: 4 }),
    with:
      depth === 0 || children.length === 0
        ? fc.constant({})
        : fc
            .uniqueArray(fc.oneof(...children), { maxLength: 2, selector: ({ key }) => key })
            .map((some) => Object.fromEntries(some.map(({ key, query }) => [key, query]))),
  });
}

it("gives the rows that Drizzle's own statement gives", async () => {
  const { query: drizzle } = connect(env.DB);
  const asked = fc.constantFrom(...NAMES).chain((name) => fc.tuple(fc.constant(name), queryOf(name, DEPTH)));
  const found = new Set<string>();
  await fc.assert(
    fc.asyncProperty(asked, async ([name, query]) => {
      const statement = rowQuery(name, query);
      const rows = await readRowQuery(statement, statement.values, READER);
      expect(rows).toEqual(await (drizzle[name] as unknown as Drizzle).findMany(query));
      expect(mostArguments(statement.text)).toBeLessThanOrEqual(MOST_ARGUMENTS);
      if (rows.length > 0) found.add(name);
    }),
    { numRuns: 300 },
  );
  expect(found.size).toBeGreaterThan(NAMES.length / 2);
});

it("counts the rows that a relation's own SQL selects, whichever of them are asked for", async () => {
  const rowsFrom = ({ id }: { id: SQLWrapper }) =>
    sql`select ${id} as actor_id, value as partner_id, 'Partner ' || value as partner_name, value as shared_alliances,
      'CERTAIN' as list_certainty from json_each('[3,1,2]') where ${id} <> 2`;
  const asked = async (more: RelationalQuery) => {
    const partners = { columns: { partnerId: true }, orderBy: { partnerId: "asc" }, rowsFrom, ...more };
    const statement = rowQuery("actors", {
      columns: { id: true },
      orderBy: { id: "asc" },
      limit: 2,
      with: { partners },
    });
    return readRowQuery(statement, statement.values, READER);
  };
  const none = { id: 2, partners: [], partnersCount: 0 };
  const of = (...ids: number[]) => [
    { id: 1, partners: ids.map((partnerId) => ({ partnerId })), partnersCount: 3 },
    none,
  ];
  expect(await asked({})).toEqual(of(1, 2, 3));
  expect(await asked({ limit: 2 })).toEqual(of(1, 2));
  expect(await asked({ where: { partnerId: { gt: 1 } } })).toEqual(of(2, 3));
  expect(await asked({ where: { partnerId: { gt: 3 } } })).toEqual(of());
});

it("gives a row as many values as are asked for, by functions that D1 takes", async () => {
  const names = Array.from({ length: 80 }, (_, index) => `value${index}`);
  const extras = Object.fromEntries(names.map((name, index) => [name, sql<number>`${sql.raw(String(index))}`]));
  const query: RelationalQuery = { columns: { id: true }, extras, limit: 1, with: { targets: { extras, limit: 1 } } };
  const statement = rowQuery("statements", query);
  expect(mostArguments(statement.text)).toBe(MOST_ARGUMENTS);
  const rows = await readRowQuery(statement, statement.values, READER);
  expect(rows).toEqual([
    expect.objectContaining({
      ...Object.fromEntries(names.map((name, index) => [name, index])),
      targets: [expect.objectContaining(Object.fromEntries(names.map((name, index) => [name, index])))],
    }),
  ]);
});

it("gives texts and numbers as they are, by themselves and of a relation", async () => {
  const value = fc.oneof(
    // D1 takes -0 for 0.
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number + 0),
    fc.maxSafeInteger(),
    fc.string({ unit: "binary" }).filter((text) => !text.includes("\0")),
    fc.constant(null),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(value, { minLength: 1, maxLength: 50 }), async (values) => {
      const given = Object.fromEntries(values.map((one, index) => [`value${index}`, one]));
      const extras = Object.fromEntries(Object.entries(given).map(([name, one]) => [name, sql`${one}`]));
      const columns = { id: true };
      const statement = rowQuery("statements", {
        columns,
        extras,
        limit: 1,
        with: { speaker: { columns, extras } },
      });
      const [row] = await readRowQuery(statement, statement.values, READER);
      expect(row).toMatchObject(given);
      expect(row?.["speaker"]).toMatchObject(given);
    }),
    { numRuns: 100 },
  );
});
