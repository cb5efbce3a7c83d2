import { type SQL, sql } from "drizzle-orm";
import { FIRST_DAY, LAST_DAY } from "../../src/domain/time/day.ts";
import type { Database } from "../client/database.ts";
import { historyOf, type LiveTable, liveTables, nounTables } from "./live-table.ts";
import { type AuditedField, auditedFields, lastingName, partName } from "./audited-field.ts";

/** One row of `changes`. */
export interface ChangeKey {
  noun: string;
  nodeId: number;
  revisionNumber: number;
}

/** A field that a change set; null before or after stands for what was not there. */
export interface FieldChange {
  name: string;
  before: string | null;
  after: string | null;
}

interface Line {
  place: number;
  part: string;
  row: number;
  isAfter: number;
  /** JSON: the values of the fields, in their order. */
  cells: string;
}

type Cells = readonly (string | number | null)[];

/** What each of the changes did to the fields of its node and of the node's parts: one statement a noun. */
export async function readFieldChanges(database: Database, keys: readonly ChangeKey[]): Promise<FieldChange[][]> {
  const changed = keys.map((): FieldChange[] => []);
  const nouns = nounTables.filter(({ name }) => keys.some(({ noun }) => noun === name));
  await Promise.all(
    nouns.map(async (noun) => {
      const wanted = keys.flatMap((key, place) =>
        key.noun === noun.name ? [[place, key.nodeId, key.revisionNumber]] : [],
      );
      for (const [place, lines] of Map.groupBy(await database.all<Line>(linesOf(noun, wanted)), (line) => line.place)) {
        changed[place] = compare(noun, lines);
      }
    }),
  );
  return changed;
}

/** SQL: the rows of the node and its parts that the revisions ended or began. */
function linesOf(noun: LiveTable, wanted: readonly number[][]): SQL {
  const parts = liveTables.flatMap((table) => {
    const owner = table === noun ? "id" : table.owners.find((one) => one.noun === noun.name)?.column;
    if (owner === undefined) return [];
    const cells = fieldsOf(table).map(({ value }) => value);
    return [
      sql.raw(
        `select wanted.place, '${table.name}' as part, line.id as "row", line.from_revision = wanted.revision as "isAfter",
  json_array(${cells.join(", ")}) as cells
from wanted
join ${historyOf(table.name)} as line
  on line.${owner} = wanted.node and (line.from_revision = wanted.revision or line.to_revision = wanted.revision)`,
      ),
    ];
  });
  return sql`with wanted(place, node, revision) as materialized (select value ->> 0, value ->> 1, value ->> 2 from json_each(${JSON.stringify(wanted)}))
${sql.join(parts, sql.raw("\nunion all\n"))}
order by place, part, "row"`;
}

/** The fields that are told of, with their SQL. */
function fieldsOf(table: LiveTable): { name: string; value: string }[] {
  return auditedFields(table).map((field) => ({ name: field.name, value: valueOf(field) }));
}

function valueOf({ column, references, isBoolean, isWorkedOut }: AuditedField): string {
  if (references !== null) return nameOf(references, column);
  if (isBoolean) return `iif(line.${column}, 'true', 'false')`;
  return isWorkedOut ? `nullif(nullif(line.${column}, '${FIRST_DAY}'), '${LAST_DAY}')` : `line.${column}`;
}

/** SQL: the slug or key that the row referred to had in the revision, or had last. */
function nameOf(table: string, column: string): string {
  const key = lastingName(table, liveTables);
  return `(
    select target.${key} from ${historyOf(table)} as target
    where target.id = line.${column} and target.from_revision <= wanted.revision
    order by target.from_revision desc limit 1
  )`;
}

function compare(noun: LiveTable, lines: readonly Line[]): FieldChange[] {
  const rows = Map.groupBy(lines, ({ part, row }) => `${part} ${row}`);
  const own = [...rows.values()].flatMap((versions) => (versions[0]?.part === noun.name ? fields(noun, versions) : []));
  const parts = [...rows.values()].flatMap((versions) => (versions[0]?.part === noun.name ? [] : [part(versions)]));
  return [...own, ...parts];
}

function fields(noun: LiveTable, versions: readonly Line[]): FieldChange[] {
  const [before, after] = [cellsOf(versions, 0), cellsOf(versions, 1)];
  return fieldsOf(noun)
    .map(({ name }, index) => ({ name, before: textOf(before?.[index]), after: textOf(after?.[index]) }))
    .filter((field) => field.before !== field.after);
}

function part(versions: readonly Line[]): FieldChange {
  const table = liveTables.find(({ name }) => name === versions[0]?.part) as LiveTable;
  const json = (cells: Cells | null) =>
    cells === null
      ? null
      : JSON.stringify(Object.fromEntries(fieldsOf(table).map(({ name }, index) => [name, cells[index]])));
  const name = partName(table.name);
  return { name, before: json(cellsOf(versions, 0)), after: json(cellsOf(versions, 1)) };
}

function cellsOf(versions: readonly Line[], isAfter: 0 | 1): Cells | null {
  const line = versions.find((one) => one.isAfter === isAfter);
  return line === undefined ? null : (JSON.parse(line.cells) as Cells);
}

function textOf(cell: string | number | null | undefined): string | null {
  return cell == null ? null : String(cell);
}
