export interface Measured {
  name: string;
  rows: number;
  milliseconds: number;
}

/** What grows beside the data set. */
export type Axis = "statements" | "memberships";

/** The reasons why the rows of some queries grow with the data, by the query's name. */
const WHY: Readonly<Record<string, string>> = {
  "articles-by-filter": "`mentions` lists all articles that mention someone, to put them in order and count them.",
  revisions:
    "the totals of changes since the first revisions are counted, so all changes are gone through, twice; the pages read their own.",
  search: "the best of all entries that match are asked for, so all that match are ranked.",
  stances: "the statements are counted by day, so all that its two sides have between them are read: up to 1,000 days.",
};
/** The same by the number of memberships. */
const WHY_OF_MEMBERSHIPS: Readonly<Record<string, string>> = {};
/** The note on every total that is counted. */
const COUNTED = "no tally has this total (docs/decisions/0012-tallies.md), so what it counts is gone through.";

const ABOUT =
  "How many rows D1 reads for each golden query (`test/queries`) and for some more, by its own count (`meta.rows_read`), with more and more generated rows beside the data set. The ratio is that of the largest size to the smallest. A query that has no number at a size was refused there, or has no such page.";
const PLAN: Readonly<Record<Axis, string>> = {
  statements:
    "Statements are dealt by Zipf's law: `cli/local/generated/statement.ts` says how. Pages are those of 20 in the list of all statements.",
  memberships:
    "Memberships are of generated treaties, of which half are of two states and one in fifteen is of more than 150: `cli/local/generated/treaty.ts` says how. The last questions are about the state that is a party to the most.",
};

const MOST = 1.3;

interface Conditions {
  machine: string;
  command: string;
  day: string;
}

/** The page docs/rows-read.md with the part of an axis written anew: query × size, and a sentence on each query that grows. */
export function withAxis(
  page: string,
  axis: Axis,
  sizes: readonly { size: number; queries: readonly Measured[] }[],
  conditions: Conditions,
): string {
  const parts = page.split(/\n(?=## )/).filter((part) => part.startsWith("## By "));
  const of = (other: Axis) => parts.find((part) => part.startsWith(headOf(other)))?.trimEnd();
  const anew = partOf(axis, sizes, conditions);
  const both = (["statements", "memberships"] as const).map((each) => (each === axis ? anew : of(each)));
  return `${["# Rows read", ABOUT, ...both.filter((part) => part !== undefined)].join("\n\n")}\n`;
}

const headOf = (axis: Axis) => `## By the number of ${axis}`;

function partOf(
  axis: Axis,
  sizes: readonly { size: number; queries: readonly Measured[] }[],
  { machine, command, day }: Conditions,
): string {
  const names = [...new Set(sizes.flatMap(({ queries }) => queries.map(({ name }) => name)))];
  const rowsOf = (name: string) =>
    sizes.map(({ queries }) => queries.find((measured) => measured.name === name)?.rows ?? null);
  const lines = names.map((name) => {
    const rows = rowsOf(name);
    return [name, ...rows.map((count) => count?.toLocaleString("en") ?? "–"), ratioOf(rows)?.toFixed(2) ?? "–"];
  });
  const heads = ["query", ...sizes.map(({ size }) => `${size.toLocaleString("en")} ${axis}`), "ratio"];
  const grown = names.filter((name) => (ratioOf(rowsOf(name)) ?? 1) > MOST);
  return [
    headOf(axis),
    "",
    PLAN[axis],
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
          ...grown.map((name) => `* **${name}**: ${reasonOf(name, axis)}`),
        ]),
    "",
    `Made by \`${command}\` on ${day}, on ${machine}.`,
  ].join("\n");
}

function reasonOf(name: string, axis: Axis): string {
  if (axis === "memberships") return WHY_OF_MEMBERSHIPS[name] ?? "not explained yet.";
  return WHY[name] ?? (name.startsWith("totalCount") ? COUNTED : "not explained yet.");
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}

/** Null where a size lacks the query, such as a page beyond the end. */
function ratioOf(rows: readonly (number | null)[]): number | null {
  const [smallest, largest] = [rows[0], rows.at(-1)];
  return smallest == null || largest == null ? null : largest / smallest;
}
