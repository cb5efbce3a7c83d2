import { is, SQL } from "drizzle-orm";
import type { SelectedValue } from "../../drizzle/query/relational-query.ts";
import { asRead } from "../assertion.ts";

type Decode = (value: unknown) => unknown;
type Row = Record<string, unknown>;

/** Makes the JSON list of a row's values into the row that Drizzle would give. */
export function rowDecoder(selection: readonly SelectedValue[]): (json: string) => Row {
  const decode = decoderOfRow(selection);
  return (json) => decode(JSON.parse(json));
}

/** Makes the list of a row's values into the row. */
function decoderOfRow(selection: readonly SelectedValue[]): (values: unknown) => Row {
  const places = selection.map((value) => ({ ...value, decode: decoderOf(value) }));
  return (values) => {
    const row: Row = {};
    for (let place = 0; place < places.length; place += 1) {
      const { key, countKey, decode } = places[place]!;
      let value = asRead<unknown[]>(values)[place];
      if (countKey !== undefined) [row[countKey], value] = asRead<[number, unknown]>(value);
      row[key] = decode === null || value === null ? value : decode(value);
    }
    return row;
  };
}

function decoderOf({ selection, isArray, field }: SelectedValue): Decode | null {
  if (selection === undefined) return valueDecoder(field);
  const decode = decoderOfRow(selection);
  return isArray === true ? (rows) => asRead<unknown[]>(rows).map(decode) : decode;
}

function valueDecoder(field: unknown): Decode | null {
  const decoder = asRead<object>(is(field, SQL) ? asRead<{ decoder: object }>(field).decoder : field);
  const { mapFromDriverValue } = asRead<{ mapFromDriverValue: Decode & { isNoop?: boolean } }>(decoder);
  return mapFromDriverValue.isNoop === true ? null : (value) => mapFromDriverValue.call(decoder, value);
}
