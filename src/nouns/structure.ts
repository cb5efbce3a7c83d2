import { getTableName } from "drizzle-orm";
import { type LiveTable, liveTables } from "../../drizzle/history/live-table.ts";
import { type AuditedField, auditedFields, partName } from "../../drizzle/history/audited-field.ts";
import type { NounDescription, PartDescription } from "./description.ts";
import { type Noun, nounNames, nouns } from "./index.ts";
import { type Part, partNames, parts } from "./part/index.ts";

/** A field of a noun or a part as change sets have it, and the column that holds it. */
export interface Field extends Omit<AuditedField, "references"> {
  /** The noun whose slug or key it is; null for what is no reference. */
  references: Noun | null;
}

/** A part of a noun. */
export interface OwnPart {
  part: Part;
  /** The list of an entry that holds it: `participants`. */
  name: string;
  /** The column of the part that leads to the noun's row, and its property in Drizzle. */
  column: string;
  property: string;
}

type Description = NounDescription | PartDescription;

const fields = new Map<Description, readonly Field[]>();
const ownParts = new Map<Noun, readonly OwnPart[]>();

/** The fields in the order of the columns; without those of a row that its input has not, since they follow from others. */
export function fieldsOf(of: Description): readonly Field[] {
  return memoized(fields, of, () =>
    auditedFields(liveTable(of))
      .filter(({ name }) => of.input === null || name in of.input.entries)
      .map((field) => ({ ...field, references: field.references === null ? null : nounOf(field.references) })),
  );
}

/** The parts of a noun, in the order in which change sets say them. */
export function partsOf(noun: Noun): readonly OwnPart[] {
  const table = getTableName(nouns[noun].table);
  return memoized(ownParts, noun, () =>
    partNames.flatMap((part): OwnPart[] => {
      const live = liveTable(parts[part]);
      const owner = live.owners.find((one) => one.noun === table);
      const property = live.columns.find(({ name }) => name === owner?.column)?.property;
      if (owner === undefined || property === undefined) return [];
      return [{ part, name: partName(live.name), column: owner.column, property }];
    }),
  );
}

/** The columns, by property, that say of which row a part is one: of each row one of them is set. */
export function ownerProperties(part: Description): string[] {
  const { owners, columns } = liveTable(part);
  return columns.filter(({ name }) => owners.some(({ column }) => column === name)).map(({ property }) => property);
}

/** The facts that change sets nest in a noun, each with the field that leads to it. */
export function nestedIn(noun: Noun): { noun: Noun; field: Field; nested: NonNullable<NounDescription["nested"]> }[] {
  return nounNames.flatMap((fact) => {
    const { nested }: NounDescription = nouns[fact];
    const field = fieldsOf(nouns[fact]).find(({ name }) => name === nested?.field);
    return nested === undefined || field?.references !== noun ? [] : [{ noun: fact, field, nested }];
  });
}

/** The noun whose rows are in the table. @throws Error for a table of no noun */
export function nounOf(table: string): Noun {
  const noun = nounNames.find((one) => getTableName(nouns[one].table) === table);
  if (noun === undefined) throw new Error(`${table} is no noun's table`);
  return noun;
}

function liveTable({ table }: Description): LiveTable {
  const name = getTableName(table);
  const live = liveTables.find((one) => one.name === name);
  if (live === undefined) throw new Error(`${name} has no history`);
  return live;
}

/** Memoizes for as long as the isolate lives: what follows from tables and inputs does not change. */
function memoized<K, V>(known: Map<K, V>, key: K, make: () => V): V {
  let found = known.get(key);
  if (found === undefined) known.set(key, (found = make()));
  return found;
}
