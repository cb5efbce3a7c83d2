import DataLoader from "dataloader";

export type Value = string | number | null;
/** A row as its table has it. */
export type Row = Record<string, Value> & { id: number };
export type Find = (sql: string, values: Value[]) => Promise<Row[]>;

/** As of one request, which asks for each row once. */
export interface LoaderContext {
  find: Find;
  row: Record<"actors" | "alliances" | "articles" | "statements", DataLoader<number, Row>>;
  targetsOf: DataLoader<number, Row[]>;
  aliasesOf: DataLoader<number, Row[]>;
  identifiersOf: DataLoader<number, Row[]>;
  /** By what they bear out, such as statement_id:7. */
  citationsOf: DataLoader<string, Row[]>;
}

export function loaderContext(find: Find): LoaderContext {
  const byId = (table: string) =>
    new DataLoader<number, Row>(async (ids) => {
      const rows = await find(`select * from ${table} where id in (select value from json_each(?))`, [listOf(ids)]);
      const found = new Map(rows.map((row) => [row.id, row]));
      return ids.map((id) => found.get(id) ?? new Error(`${table} has no ${id}`));
    });
  const byOwner = (table: string, column: string) =>
    new DataLoader<number, Row[]>(async (ids) => {
      const sql = `select * from ${table} where ${column} in (select value from json_each(?)) order by id`;
      const found = Map.groupBy(await find(sql, [listOf(ids)]), (row) => row[column]);
      return ids.map((id) => found.get(id) ?? []);
    });
  return {
    find,
    row: {
      actors: byId("actors"),
      alliances: byId("alliances"),
      articles: byId("articles"),
      statements: byId("statements"),
    },
    targetsOf: byOwner("statement_targets", "statement_id"),
    aliasesOf: byOwner("aliases", "actor_id"),
    identifiersOf: byOwner("identifiers", "actor_id"),
    citationsOf: new DataLoader(async (keys) => citations(find, keys)),
  };
}

async function citations(find: Find, keys: readonly string[]): Promise<Row[][]> {
  const owners = [...Map.groupBy(keys, (key) => key.split(":")[0]!)];
  const conditions = owners.map(([column]) => `${column} in (select value from json_each(?))`);
  const rows = await find(
    `select * from citations where ${conditions.join(" or ")} order by id`,
    owners.map(([, own]) => listOf(own.map((key) => Number(key.split(":")[1])))),
  );
  return keys.map((key) => {
    const [column, id] = key.split(":") as [string, string];
    return rows.filter((row) => row[column] === Number(id));
  });
}

function listOf(ids: readonly number[]): string {
  return JSON.stringify(ids);
}
