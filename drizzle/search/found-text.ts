import { entryKinds, type Indexed, indexed, MOST_KINDS } from "./indexed.ts";

/** SQL: the texts of an entry, by its number, as JSON of name, acronym, list of aliases, and text; null for what it has not. */
export function foundTexts(number: string): string {
  const cases = entryKinds.map((kind, place) => {
    const { table, name = "null", acronym = "null", aliases, text }: Indexed = indexed[kind];
    const others =
      aliases === undefined
        ? "null"
        : `(select json_group_array(name) from (select name from aliases where ${aliases} = row.id order by id))`;
    const columns = [name, acronym, others, text].join(", ");
    return `when ${place} then (select json_array(${columns}) from ${table} as row where row.id = ${number} / ${MOST_KINDS})`;
  });
  return `case ${number} % ${MOST_KINDS} ${cases.join(" ")} end`;
}

/** The texts, each a list of those that belong together; without what is not there. */
export function readFoundTexts(json: string): string[][] {
  const [name, acronym, aliases, text] = JSON.parse(json) as [
    string | null,
    string | null,
    string[] | null,
    string | null,
  ];
  const lists = [[name], [acronym, ...(aliases ?? [])], [text]];
  return lists.map((list) => list.filter((one) => one !== null)).filter((list) => list.length > 0);
}
