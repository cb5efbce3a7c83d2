import { getColumns } from "drizzle-orm";
import { FIRST_DAY, LAST_DAY } from "../../domain/time/day.ts";
import { parsePartialDate } from "../../domain/time/partial-date.ts";
import { type Period, periodFrom } from "../../domain/time/period.ts";
import type { NounDescription, PartDescription } from "../../nouns/description.ts";
import { type Noun, nouns } from "../../nouns/index.ts";
import { type Part, parts } from "../../nouns/part/index.ts";
import { fieldsOf, ownerProperties, partsOf } from "../../nouns/structure.ts";
import type { Entry } from "../read/entry.ts";
import { columnsOf } from "../sql.ts";

/** A row of a noun, named as change sets name it. */
export interface RowReference {
  noun: Noun;
  name: string;
}

export type Cell = string | number | boolean | null | RowReference;

/** A table's row before ids are known, by the properties of its columns. */
export type PlannedRow = Readonly<Record<string, Cell>>;

/** What one entry makes: its row, and the rows of its parts; a part that change sets cannot say is left out. */
export interface PlannedEntry {
  row: PlannedRow;
  parts: Partial<Record<Part, PlannedRow[]>>;
}

/** What is said of a noun or a part, of the shape that its input has. */
type Said = Readonly<Record<string, unknown>>;

/** A column's cell by what is said, and by the row that owns it. */
type CellOf = (said: Said, owner: PlannedRow) => Cell;

const cellsOf = new Map<unknown, readonly (readonly [string, CellOf])[]>();

/** The rows that an entry makes. What it leaves out is null, or as rows have it at first: an entry says all there is. */
export function plannedEntry<N extends Noun>(noun: N, { name, value }: Entry<N>): PlannedEntry {
  const said: Said = { ...value, [nouns[noun].name]: name };
  const row = rowOf(nouns[noun], said);
  const own: PlannedEntry["parts"] = {};
  for (const { part, name: list } of partsOf(noun)) {
    const told = said[list] as readonly Said[] | undefined;
    if (told === undefined && parts[part].input === null) continue;
    own[part] = (told ?? []).map((item) => rowOf(parts[part], item, row));
  }
  return { row, parts: own };
}

function rowOf(of: NounDescription | PartDescription, said: Said, owner: PlannedRow = {}): PlannedRow {
  let cells = cellsOf.get(of);
  if (cells === undefined) cellsOf.set(of, (cells = columnCells(of)));
  const row = Object.fromEntries(cells.map(([property, cell]) => [property, cell(said, owner)]));
  return "fromEarliest" in of.table ? { ...row, ...periodOf(of, said) } : row;
}

/** How each column is made: of its field, of the days of a date, or as the row's owner has it. */
function columnCells(of: NounDescription | PartDescription): [string, CellOf][] {
  const fields = new Map(fieldsOf(of).map((field) => [field.property, field]));
  const columns = Object.entries(getColumns(of.table));
  const owners = ownerProperties(of);
  return columnsOf(of.table).map(([property]): [string, CellOf] => {
    const field = fields.get(property);
    if (field !== undefined) {
      const { name, references, initial } = field;
      if (references === null) return [property, (said) => (said[name] as Cell | undefined) ?? initial];
      return [
        property,
        ({ [name]: lasting }) => (typeof lasting === "string" ? { noun: references, name: lasting } : null),
      ];
    }
    const [, date, end] = /^(.*)(Earliest|Latest)$/.exec(property) ?? [];
    if (date !== undefined && fields.has(`${date}On`)) {
      const isRequired = columns.some(([name, { notNull }]) => name === property && notNull);
      return [property, (said) => dayOf(said[`${date}On`], end === "Earliest" ? "earliest" : "latest", isRequired)];
    }
    if (owners.includes(property)) return [property, () => null];
    return [property, (_, owner) => owner[property] ?? null];
  });
}

/** A day of a date; of one not known null, or the first or last of all days where there must be one. */
function dayOf(date: unknown, end: "earliest" | "latest", isRequired: boolean): string | null {
  if (typeof date === "string") return parsePartialDate(date)[end];
  if (!isRequired) return null;
  return end === "earliest" ? FIRST_DAY : LAST_DAY;
}

function periodOf(of: NounDescription | PartDescription, said: Said): Period {
  if ("period" in of && of.period !== undefined) return of.period(said);
  const [from, to] = [said["from"], said["to"]].map((end) => (typeof end === "string" ? end : null));
  return periodFrom(from ?? null, to ?? null);
}
