interface Made {
  type: "table" | "view" | "trigger" | "index";
  name: string;
  isVirtual: number;
}

/** Drops all that the migrations have made, with whatever rows there are: these may refer to one another. */
export async function emptyDatabase(database: D1Database): Promise<void> {
  const { results } = await database
    .prepare(
      "select type, name, coalesce(sql like 'create virtual%', 0) as isVirtual from sqlite_master where type <> 'index' and name not like 'sqlite|_%' escape '|' and name not like '|_cf|_%' escape '|'",
    )
    .all<Made>();
  const virtual = results.filter(({ isVirtual }) => isVirtual === 1).map(({ name }) => name);
  const isOfVirtual = ({ name }: Made) => virtual.some((owner) => name.startsWith(`${owner}_`));
  const rank = ({ type, isVirtual }: Made) => (type === "table" ? 2 - isVirtual : 0);
  const drops = results
    .filter((made) => !isOfVirtual(made))
    .toSorted((a, b) => rank(a) - rank(b))
    .map(({ type, name }) => database.prepare(`drop ${type} "${name}"`));
  if (drops.length > 0) await database.batch([database.prepare("pragma defer_foreign_keys = on"), ...drops]);
}
