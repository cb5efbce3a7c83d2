import { entryKinds, type Indexed, indexed, MOST_KINDS } from "./indexed.ts";

/** SQL: the texts of an entry, by its number, as JSON of name, other names as one list, and text. */
export function foundTexts(number: string): string {
  const cases = entryKinds.map((kind, place) => {
    const { table, name, text }: Indexed = indexed[kind];
    const columns = [name === undefined ? "null" : name, othersOf(indexed[kind]), text].join(", ");
    return `when ${place} then (select json_array(${columns}) from ${table} as row where row.id = ${number} / ${MOST_KINDS})`;
  });
  return `case ${number} % ${MOST_KINDS} ${cases.join(" ")} end`;
}

function othersOf({ acronym, aliases }: Indexed): string {
  if (aliases === undefined) return "null";
  const own = `select name from aliases where ${aliases} = row.id order by id`;
  const all =
    acronym === undefined
      ? own
      : `select row.${acronym} as name where row.${acronym} is not null union all select name from (${own})`;
  return `(select json_group_array(name) from (${all}))`;
}

/** The texts, each a list of those that belong together; without what is not there. */
export function readFoundTexts(json: string): string[][] {
  const [name, others, text] = JSON.parse(json) as [string | null, string[] | null, string | null];
  return [name === null ? [] : [name], others ?? [], text === null ? [] : [text]].filter((texts) => texts.length > 0);
}
