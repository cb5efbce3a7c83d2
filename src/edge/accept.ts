export const JSON_TYPE = "application/json";
export const RESPONSE_TYPE = "application/graphql-response+json";

export type MediaType = typeof JSON_TYPE | typeof RESPONSE_TYPE;

interface Range {
  type: string;
  weight: number;
}

const UTF_8 = /^"?utf-?8"?$/;

/**
 * The media type that the client prefers of the two that there are (RFC 9110, 12.5.1); JSON where it takes anything;
 * null where it takes neither. Of types of one weight, the one that comes first.
 */
export function mediaTypeOf(accept: string | null): MediaType | null {
  if (accept === null || accept === "*/*" || accept === JSON_TYPE) return JSON_TYPE;
  const ranges = accept.toLowerCase().split(",").flatMap(read);
  const wanted = [JSON_TYPE, RESPONSE_TYPE].flatMap((type) => {
    const names = type === JSON_TYPE ? [type, "application/*", "*/*"] : [type];
    const index = ranges.findIndex(
      (range) => range.type === names.find((name) => ranges.some((one) => one.type === name)),
    );
    const weight = ranges[index]?.weight ?? 0;
    return weight > 0 ? [{ type: type as MediaType, index, weight }] : [];
  });
  return wanted.toSorted((a, b) => b.weight - a.weight || a.index - b.index)[0]?.type ?? null;
}

/** A range in another charset is none for us. */
function read(text: string): Range[] {
  const [type = "", ...parameters] = text.split(";").map((part) => part.trim());
  let weight = 1;
  for (const parameter of parameters) {
    const [name, value = ""] = parameter.split("=").map((part) => part.trim());
    if (name === "q") weight = Number(value);
    if (name === "charset" && !UTF_8.test(value)) return [];
  }
  return [{ type, weight: weight >= 0 && weight <= 1 ? weight : 0 }];
}
