import { historyOf, type LiveTable, writtenColumns } from "./live-table.ts";

/** The revision that is open. */
const REVISION = "(SELECT number FROM revisions WHERE open = 1)";
const REFUSE = "SELECT raise(ABORT, 'no revision is open') WHERE NOT EXISTS (SELECT 1 FROM revisions WHERE open = 1)";
const KEEP_ID = "SELECT raise(ABORT, 'a row keeps its id') WHERE new.id <> old.id";

/**
 * The triggers that keep the history of a table, by name. Each refuses to act where no revision is
 * open. What one revision does to a row leaves one row of history, and none where it comes and goes.
 */
export function triggersOf(table: LiveTable): Record<string, string> {
  const { name } = table;
  const history = historyOf(name);
  const changed = writtenColumns(table)
    .map((column) => `old.${column} IS NOT new.${column}`)
    .join(" OR ");
  const triggers = {
    [`${history}_insert`]: ["AFTER INSERT", [REFUSE, ...end(history, "new"), begin(table), ...noteInsert(table)]],
    [`${history}_update`]: [
      "AFTER UPDATE",
      [REFUSE, KEEP_ID, ...end(history, "old"), begin(table), ...note(table, ["old", "new"])],
      ` WHEN ${changed}`,
    ],
    [`${history}_delete`]: ["AFTER DELETE", [REFUSE, ...end(history, "old"), ...noteDelete(table)]],
  } as const;
  return Object.fromEntries(
    Object.entries(triggers).map(([trigger, [event, steps, when = ""]]) => [
      trigger,
      `CREATE TRIGGER ${trigger} ${event} ON ${name}${when} BEGIN\n${steps.map((step) => `  ${step};\n`).join("")}END`,
    ]),
  );
}

/** The triggers that keep `revisions` itself: at most one is open, and what is closed stays as it is. */
export const revisionTriggers: Record<string, string> = {
  revisions_insert: `CREATE TRIGGER revisions_insert BEFORE INSERT ON revisions WHEN new.open = 1 BEGIN
  SELECT raise(ABORT, 'a revision is open already') WHERE EXISTS (SELECT 1 FROM revisions WHERE open = 1);
END`,
  revisions_update: `CREATE TRIGGER revisions_update BEFORE UPDATE ON revisions WHEN NOT (old.open IS 1 AND new.open IS 0 AND new.number = old.number) BEGIN
  SELECT raise(ABORT, 'a revision stays as it was closed');
END`,
};

function end(history: string, row: "old" | "new"): string[] {
  return [
    `DELETE FROM ${history} WHERE id = ${row}.id AND from_revision = ${REVISION}`,
    `UPDATE ${history} SET to_revision = ${REVISION} WHERE id = ${row}.id AND to_revision IS NULL`,
  ];
}

function begin(table: LiveTable): string {
  const names = writtenColumns(table);
  return `INSERT INTO ${historyOf(table.name)} (${[...names, "from_revision"].join(", ")}) VALUES (${names.map((column) => `new.${column}`).join(", ")}, ${REVISION})`;
}

/** `changes` says CREATED of what was not there before the revision, whatever came between. */
function noteInsert(table: LiveTable): string[] {
  const { name } = table;
  if (table.owners.length > 0) return note(table, ["new"]);
  return [forget(name, "new"), insert(name, "new.id", `iif(${wasThere(name, "new")}, 'UPDATED', 'CREATED')`)];
}

function noteDelete(table: LiveTable): string[] {
  const { name } = table;
  if (table.owners.length > 0) return note(table, ["old"]);
  return [forget(name, "old"), `${insert(name, "old.id", "'RETRACTED'")} WHERE ${wasThere(name, "old")}`];
}

/** Notes an update of the row, or of what the row is a part of, unless something is noted of it already. */
function note({ name, owners }: LiveTable, rows: readonly ("old" | "new")[]): string[] {
  if (owners.length === 0) return [update(name, "new.id")];
  return owners.flatMap(({ column, noun }) => rows.map((row) => update(noun, `${row}.${column}`)));
}

function update(noun: string, id: string): string {
  return `${insert(noun, id, "'UPDATED'")} WHERE EXISTS (SELECT 1 FROM ${noun} WHERE id = ${id}) AND NOT EXISTS (SELECT 1 FROM changes WHERE revision = ${REVISION} AND noun = '${noun}' AND node_id = ${id})`;
}

function insert(noun: string, id: string, action: string): string {
  return `INSERT INTO changes (revision, noun, node_id, action) SELECT ${REVISION}, '${noun}', ${id}, ${action}`;
}

function forget(noun: string, row: "old" | "new"): string {
  return `DELETE FROM changes WHERE revision = ${REVISION} AND noun = '${noun}' AND node_id = ${row}.id`;
}

function wasThere(noun: string, row: "old" | "new"): string {
  return `EXISTS (SELECT 1 FROM ${historyOf(noun)} WHERE id = ${row}.id AND to_revision = ${REVISION})`;
}
