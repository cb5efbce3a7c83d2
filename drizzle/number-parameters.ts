/** What D1 binds to a statement at most. */
const MOST_PARAMETERS = 100;

export interface Parametrized {
  text: string;
  values: unknown[];
}

/**
 * Gives equal values one numbered parameter, since D1 binds at most 100 to a statement and a
 * query tree repeats its day at every level. Where there are more than 100 values even so, they
 * travel as one JSON array. Texts and identifiers in quotes are passed over.
 */
export function numberParameters(text: string, values: readonly unknown[]): Parametrized {
  const distinct = [...new Set(values)];
  const numbers = new Map(distinct.map((value, index) => [value, index + 1]));
  if (distinct.length <= MOST_PARAMETERS) {
    return { text: replaceParameters(text, (position) => `?${numbers.get(values[position])}`), values: distinct };
  }
  const place = (position: number) => `json_extract(?1, '$[${(numbers.get(values[position]) ?? 0) - 1}]')`;
  return { text: replaceParameters(text, place), values: [JSON.stringify(distinct)] };
}

function replaceParameters(text: string, parameterAt: (position: number) => string): string {
  let position = 0;
  return text.replace(/'[^']*'|"[^"]*"|`[^`]*`|\?(?!\d)/g, (token) =>
    token === "?" ? parameterAt(position++) : token,
  );
}

/** The pieces of a statement before, between and after its parameters. */
export function splitAtParameters(text: string): string[] {
  const mark = "\0";
  return replaceParameters(text, () => mark).split(mark);
}
