import { type ClaimTable, claimTables, haveOneSubject, preferredSql, subjects, worksOutDeciding } from "./deciding.ts";

/** What decides depends on besides the subject. */
const DEPENDS_ON = ["rank", "from_earliest", "to_latest", "written_from_earliest", "written_to_latest"];

/**
 * The triggers that keep `decides` of every claim, by name. A claim that is NORMAL, as most are, and whose subject has none that
 * is PREFERRED, costs one look into an index.
 */
export const decidingTriggers: Readonly<Record<string, string>> = Object.assign({}, ...claimTables.map(triggersOf));

/** SQL that works out which claims of a table decide: all of them. */
export function fillDeciding(table: ClaimTable): string {
  return `UPDATE ${table} SET decides = ${worksOutDeciding(table, table)}`;
}

function triggersOf(table: ClaimTable): Record<string, string> {
  const columns = [...subjects[table], ...DEPENDS_ON];
  const differs = columns.map((column) => `old.${column} IS NOT new.${column}`).join(" OR ");
  const either = `old.rank <> 'NORMAL' OR ${mayDecide(table, "old")} OR ${mayDecide(table, "new")}`;
  const triggers = {
    insert: ["INSERT", mayDecide(table, "new"), ["new"]],
    update: [`UPDATE OF ${columns.join(", ")}`, `(${differs}) AND (${either})`, ["old", "new"]],
    delete: ["DELETE", "old.rank = 'PREFERRED'", ["old"]],
  } as const;
  return Object.fromEntries(
    Object.entries(triggers).map(([event, [when, condition, rows]]) => {
      const name = `${table}_decides_${event}`;
      const steps = rows.map((row) => `  ${workOut(table, row)};\n`).join("");
      return [name, `CREATE TRIGGER ${name} AFTER ${when} ON ${table} WHEN ${condition} BEGIN\n${steps}END`];
    }),
  );
}

/** SQL: a row may not be one that simply decides, or another of its subject may not. */
function mayDecide(table: ClaimTable, row: "old" | "new"): string {
  return `(${row}.rank <> 'NORMAL' OR EXISTS (${preferredSql(table, row, { table })}))`;
}

function workOut(table: ClaimTable, row: "old" | "new"): string {
  const same = haveOneSubject(table, "", row).join(" AND ");
  const worked = worksOutDeciding(table, table);
  return `UPDATE ${table} SET decides = ${worked} WHERE ${same} AND decides IS NOT ${worked}`;
}
