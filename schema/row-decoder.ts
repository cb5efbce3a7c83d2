import { Column, is, SQL, Table } from "drizzle-orm";

/** What Drizzle knows of a value that a statement gives. */
export interface SelectedValue {
  key: string;
  field: unknown;
  /** Of a relation, whose rows come as JSON. */
  selection?: readonly SelectedValue[];
  isArray?: boolean;
}

type Decode = (value: unknown) => unknown;
type Row = Record<string, unknown>;

/** Has the rows of a statement hold what Drizzle's would, in their place; null where they do. */
export function rowDecoder(selection: readonly SelectedValue[], isJson = false): ((row: Row) => void) | null {
  const decoders = selection.flatMap((value) => {
    const decode = decoderOf(value, isJson);
    return decode === null ? [] : [[value.key, decode] as const];
  });
  if (decoders.length === 0) return null;
  return (row) => {
    for (const [key, decode] of decoders) if (row[key] !== null) row[key] = decode(row[key]);
  };
}

function decoderOf({ field, selection, isArray }: SelectedValue, isJson: boolean): Decode | null {
  if (selection === undefined) return valueDecoder(field, isJson);
  const decodeRow = rowDecoder(selection, true);
  const decodeRows = (value: unknown) => {
    if (isArray) (value as Row[]).forEach(decodeRow!);
    else if (value !== null) decodeRow!(value as Row);
    return value;
  };
  // Within JSON there is no JSON in text.
  if (isJson) return decodeRow && decodeRows;
  const parse = (value: unknown): unknown => JSON.parse(value as string);
  return decodeRow === null ? parse : (value) => decodeRows(parse(value));
}

function valueDecoder(field: unknown, isJson: boolean): Decode | null {
  const { mapFromJsonValue } = field as { mapFromJsonValue?: Decode };
  if (isJson && mapFromJsonValue !== undefined) return (value) => mapFromJsonValue.call(field, value);
  const decoder = is(field, Column) ? field : is(field, SQL) ? decoderIn(field) : sqlDecoder(field);
  const { mapFromDriverValue } = decoder as { mapFromDriverValue: Decode & { isNoop?: boolean } };
  return mapFromDriverValue.isNoop === true ? null : (value) => mapFromDriverValue.call(decoder, value);
}

function decoderIn(sql: SQL): object {
  return (sql as unknown as { decoder: object }).decoder;
}

const NOOP = { mapFromDriverValue: Object.assign((value: unknown) => value, { isNoop: true }) };

function sqlDecoder(field: unknown): object {
  if (is(field, SQL.Aliased)) return decoderIn(field.sql);
  return is(field, Table) ? NOOP : decoderIn((field as { getSQL: () => SQL }).getSQL());
}
