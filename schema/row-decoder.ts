import { is, SQL } from "drizzle-orm";
import type { SelectedValue } from "../drizzle/relational-query.ts";

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
  if (selection === undefined) return valueDecoder(field);
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

function valueDecoder(field: unknown): Decode | null {
  const decoder = (is(field, SQL) ? (field as unknown as { decoder: object }).decoder : field) as object;
  const { mapFromDriverValue } = decoder as { mapFromDriverValue: Decode & { isNoop?: boolean } };
  return mapFromDriverValue.isNoop === true ? null : (value) => mapFromDriverValue.call(decoder, value);
}
