export interface Measured {
  name: string;
  rows: number;
  milliseconds: number;
}

/** The reasons why the rows of some queries grow with the data, by the query's name. */
const WHY: Readonly<Record<string, string>> = {
  "articles-by-filter": "`mentions` lists all articles that mention someone, to put them in order and count them.",
  revisions:
    "the totals of changes since the first revisions are counted, so all changes are gone through, twice; the pages read their own.",
  search: "the best of all entries that match are asked for, so all that match are ranked.",
  stances: "the statements are counted by day, so all that its two sides have between them are read: up to 1,000 days.",
};
/** The note on every total that is counted. */
const COUNTED = "no tally has this total (docs/decisions/0012-tallies.md), so what it counts is gone through.";

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
          ...grown.map(
            (name) => `* **${name}**: ${WHY[name] ?? (name.startsWith("totalCount") ? COUNTED : "not explained yet.")}`,
          ),
        ]),
    "",
    `Made by \`${command}\` on ${day}, on ${machine}. Statements are dealt by Zipf's law: \`cli/local/generated/statement.ts\` says how.`,
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
