import type { LiveTable } from "./live-table.ts";

/** A column as people are told of it. */
export interface AuditedField {
  /** As change sets have it: `speaker` of `speaker_id`. */
  name: string;
  column: string;
  /** The column's property in Drizzle. */
  property: string;
  references: string | null;
  isBoolean: boolean;
  /** Whether it is worked out of other rows: a day, the first or the last of all days where there is none. */
  isWorkedOut: boolean;
  /** What a row has where nothing is said; null for nothing. */
  initial: string | number | boolean | null;
}

/** The columns that are told of: not what follows from others, nor what a part is a part of. */
export function auditedFields({ columns, owners }: LiveTable): AuditedField[] {
  return columns
    .filter(
      ({ property, name, generated, isRepeated }) =>
        generated === null &&
        !isRepeated &&
        !/^id$|Earliest$|Latest$/.test(property) &&
        !owners.some((one) => one.column === name),
    )
    .map(({ property, name, references, isBoolean, isWorkedOut, initial }) => ({
      name: property.replace(/Id$/, ""),
      column: name,
      property,
      references,
      isBoolean,
      isWorkedOut,
      initial,
    }));
}

/** What the rows of a part are called: event_participants are the participants of an event, statement_targets the targets of a statement. */
export function partName(table: string): string {
  return table.replace(/^\w+_/, "");
}

/** The column with the lasting name of a row that others refer to. */
export function lastingName(table: string, tables: readonly LiveTable[]): "slug" | "key" {
  const live = tables.find(({ name }) => name === table);
  return live?.columns.some(({ name }) => name === "slug") === true ? "slug" : "key";
}
