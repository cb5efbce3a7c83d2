/** SQL: the values of a JSON parameter. */
export const LISTED = "(SELECT value FROM json_each(?1))";

// A bound value of D1 has at most 2 MB; a UTF-16 unit takes at most three bytes, or six escaped.
const LONGEST_PARAMETER = 150_000;

/** JSON arrays of the values in their order, each short enough to bind. No values, no arrays. */
export function jsonParameters(values: readonly unknown[]): string[] {
  const parameters: string[] = [];
  let texts: string[] = [];
  let length = 0;
  for (const value of values) {
    const text = JSON.stringify(value);
    if (length + text.length > LONGEST_PARAMETER && texts.length > 0) {
      parameters.push(`[${texts.join(",")}]`);
      texts = [];
      length = 0;
    }
    texts.push(text);
    length += text.length + 1;
  }
  if (texts.length > 0) parameters.push(`[${texts.join(",")}]`);
  return parameters;
}
