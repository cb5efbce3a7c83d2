/** A step of SQLite's plan: https://www.sqlite.org/eqp.html. */
export interface Step {
  id: number;
  parent: number;
  detail: string;
}

/** The tables that grow with what is collected; the others (alliances, their statuses, offices …) stay small. */
export const growing: ReadonlySet<string> = new Set([
  "statements",
  "statement_targets",
  "citations",
  "articles",
  "actors",
  "aliases",
  "memberships",
  "events",
  "event_participants",
]);

const NAMED = /\b(?:from|join)\s+["`]?(?<table>\w+)["`]?(?:\s+as)?\s+["`]?(?<alias>\w+)["`]?/gi;
const KEYWORDS = new Set(["where", "on", "join", "left", "cross", "order", "limit", "group"]);

/** The tables by the names that the texts give them. */
export function aliasesIn(...texts: string[]): Map<string, Set<string>> {
  const tables = new Map<string, Set<string>>();
  for (const { groups } of texts.flatMap((text) => [...text.matchAll(NAMED)])) {
    const { table = "", alias = "" } = groups ?? {};
    if (KEYWORDS.has(alias.toLowerCase())) continue;
    tables.set(alias, (tables.get(alias) ?? new Set()).add(table));
  }
  return tables;
}

/** What a plan does that takes longer the more rows there are: scans and sorts of growing tables. */
export function faultsOf(steps: readonly Step[], aliases: ReadonlyMap<string, ReadonlySet<string>>): string[] {
  return steps.flatMap(({ detail, parent }, place) => {
    if (isOfDerived({ detail, parent })) return [];
    if (isScan(detail) && growingTable(detail) !== undefined) return [`${detail} (${growingTable(detail)})`];
    if (!detail.startsWith("USE TEMP B-TREE")) return [];
    const sorted = steps
      .slice(0, place)
      .filter((step) => step.parent === parent && !isOfDerived(step))
      .filter((step) => growingTable(step.detail) !== undefined && !findsOne(step.detail));
    const [first] = sorted;
    return first === undefined ? [] : [`${detail}: ${first.detail} (${growingTable(first.detail)})`];
  });

  /** Whether it scans what a subquery gives, of which the steps stand beneath another one. */
  function isOfDerived({ detail, parent }: Pick<Step, "detail" | "parent">): boolean {
    const name = detail.slice("SCAN ".length);
    const derived = [`CO-ROUTINE ${name}`, `MATERIALIZE ${name}`];
    return steps.some((step) => step.parent === parent && derived.includes(step.detail));
  }

  function growingTable(detail: string): string | undefined {
    const name = /^(?:SCAN|SEARCH) (\w+)/.exec(detail)?.[1] ?? "";
    // One alias may stand for several tables in several places; an index is named after its own.
    const index = / INDEX (\w+)/.exec(detail)?.[1];
    const tables = [name, ...(aliases.get(name) ?? [])];
    const own = tables.filter((table) => index?.startsWith(`${table}_`));
    return (own.length > 0 ? own : tables).find((table) => growing.has(table));
  }
}

/** A scan in the order of an index stops at the page's end; one of a covering index counts all. */
function isScan(detail: string): boolean {
  return detail.startsWith("SCAN ") && !/ USING INDEX /.test(detail);
}

function findsOne(detail: string): boolean {
  return /INTEGER PRIMARY KEY \(rowid=\?\)/.test(detail);
}
