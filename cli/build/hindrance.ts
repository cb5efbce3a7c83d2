/** The reasons why an environment of wrangler.toml cannot be deployed: the placeholders that it still has, and what was pasted beside them. */

interface Database {
  binding: string;
  database_name?: string | undefined;
  database_id?: string | undefined;
}

export interface Environment {
  d1_databases: readonly Database[];
  routes?: unknown;
  vars?: unknown;
}

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/;
/** The examples that the pages of docs/ write in the place of something of the reader's own. */
const EXAMPLE = /YOUR-[A-Z]+|THE-[A-Z]+(?:-[A-Z]+)*|\bput-the-[\w-]+|\bexample\.(?:org|com|net)\b/;

/** Lists the faults of wrangler.toml that are to be put right before an environment is deployed, a line each. */
export function hindrances(name: string, environment: Environment): string[] {
  const [database, ...others] = environment.d1_databases.toSorted(
    (one, other) => Number(other.binding === "DB") - Number(one.binding === "DB"),
  );
  const place = `[[env.${name}.d1_databases]]`;
  if (database?.binding !== "DB") return [`${place} is missing: the Worker reads the database of the binding DB`];
  return [
    ...idHindrance(place, database),
    ...others.map(
      ({ binding }) =>
        `${place} is there a second time, with the binding ${binding}: the Worker reads DB alone. Put its database_id into the block of DB, and take this one out`,
    ),
    ...exampleHindrances(`[env.${name}] routes`, environment.routes),
    ...exampleHindrances(`[env.${name}.vars]`, environment.vars),
  ];
}

function idHindrance(place: string, { database_id: id, database_name: database = "NAME" }: Database): string[] {
  if (id !== undefined && UUID.test(id)) return [];
  return [
    `${place} database_id is ${JSON.stringify(id ?? null)}: put the id there that npx wrangler d1 create ${database} --update-config=false prints, or npx wrangler d1 info ${database} where the database is made already`,
  ];
}

function exampleHindrances(place: string, value: unknown): string[] {
  if (typeof value === "string") {
    const [example] = EXAMPLE.exec(value) ?? [];
    return example === undefined ? [] : [`${place} is ${JSON.stringify(value)}: put your own for ${example}`];
  }
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, within]) => exampleHindrances(`${place} ${key}`, within));
}
