export interface Measured {
  name: string;
  rows: number;
  milliseconds: number;
}

/** What is known of a query whose rows grow with the data, by the query's name. */
const WHY: Readonly<Record<string, string>> = {
  "05-global-times-on-nato": "`totalCount` goes through all that the speaker has said.",
  "10-g20-presidency": "`mentions` with a filter on the article goes through all mentions of the G20.",
  "actor-fields": "`totalCount` of what an actor has said counts row by row.",
  "actor-lists": "`totalCount` of what an actor has said, and of what was said about it, counts row by row.",
  "alliance-fields":
    "`mentions` with a filter on the publisher goes through all mentions, each with its statement and article.",
  "article-fields": "`targetActor` and `targetAlliance` make lists of all statements about the target.",
  "articles-by-filter": "`mentions` makes a list of all articles that mention someone; it and the count read them all.",
  "by-id": "`dataset.counts` counts whole tables.",
  search: "the best of all entries that match are asked for, so all that match are ranked.",
  stances: "the statements are counted by day, so all that are about the target are read.",
  "statements-by-filter":
    "targets, speakers' countries and publishers make lists of all that match, which are then sorted and counted.",
};

const MOST = 1.3;

interface Conditions {
  machine: string;
  command: string;
  day: string;
}

/** The page docs/rows-read.md: query × number of statements, and a sentence on each that grows. */
export function rowsReadPage(
  sizes: readonly { statements: number; queries: readonly Measured[] }[],
  { machine, command, day }: Conditions,
): string {
  const names = [...new Set(sizes.flatMap(({ queries }) => queries.map(({ name }) => name)))];
  const rowsOf = (name: string) =>
    sizes.map(({ queries }) => queries.find((measured) => measured.name === name)?.rows ?? null);
  const lines = names.map((name) => {
    const rows = rowsOf(name);
    return [name, ...rows.map((count) => count?.toLocaleString("en") ?? "–"), ratioOf(rows)?.toFixed(2) ?? "–"];
  });
  const heads = ["query", ...sizes.map(({ statements }) => `${statements.toLocaleString("en")} statements`), "ratio"];
  const grown = names.filter((name) => (ratioOf(rowsOf(name)) ?? 1) > MOST);
  return [
    "# Rows read",
    "",
    `How many rows D1 reads for each golden query (\`test/queries\`) and for pages of 20 in the list of all statements, by its own count (\`meta.rows_read\`), with more and more generated statements beside the data set. The ratio is that of the largest size to the smallest.`,
    "",
    row(heads),
    row(heads.map((_, place) => (place === 0 ? "---" : "---:"))),
    ...lines.map(row),
    "",
    ...(grown.length === 0
      ? [`No query reads more than ${MOST} times as much at the largest size.`]
      : [
          `More than ${MOST} times as much at the largest size:`,
          "",
          ...grown.map((name) => `* **${name}**: ${WHY[name] ?? "not explained yet."}`),
        ]),
    "",
    `Made by \`${command}\` on ${day}, on ${machine}. Statements are dealt by Zipf's law: \`cli/generated-row.ts\` says how.`,
    "",
  ].join("\n");
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}

/** Null where a size lacks the query, such as a page beyond the end. */
function ratioOf(rows: readonly (number | null)[]): number | null {
  const [smallest, largest] = [rows[0], rows.at(-1)];
  return smallest == null || largest == null ? null : largest / smallest;
}
