/** What D1 binds to a statement at most. */
export const MOST_PARAMETERS = 100;

export interface Parametrized {
  text: string;
  values: unknown[];
  /** Whether they are one JSON array, as there are too many. */
  isPacked: boolean;
}

/** What is written around the parameters of a statement: one piece more than it has values. */
export interface AroundParameters {
  pieces: string[];
  values: unknown[];
}

/**
 * Gives equal values one numbered parameter, since D1 binds at most 100 to a statement and a
 * query tree repeats its day at every level. Where there are more than 100 values even so, they
 * travel as one JSON array.
 */
export function numberParameters(text: string, given: readonly unknown[]): Parametrized {
  const { pieces, values } = aroundParameters(text, given);
  const distinct = [...new Set(values)];
  const numbers = new Map(distinct.map((value, index) => [value, index + 1]));
  const isFew = distinct.length <= MOST_PARAMETERS;
  const parameter = (value: unknown): string => {
    const number = numbers.get(value)!;
    return isFew ? `?${number}` : `json_extract(?1, '$[${number - 1}]')`;
  };
  const numbered = pieces.map((piece, index) => (index === 0 ? piece : `${parameter(values[index - 1])}${piece}`));
  return { text: numbered.join(""), values: isFew ? distinct : [JSON.stringify(distinct)], isPacked: !isFew };
}

/**
 * Takes a statement apart at its parameters; texts and identifiers in quotes are passed over. A limit becomes part of what
 * is written: SQLite plans a subquery whose limit it does not know several times slower.
 */
export function aroundParameters(text: string, given: readonly unknown[]): AroundParameters {
  const mark = "\0";
  const split = text
    .replace(/'[^']*'|"[^"]*"|`[^`]*`|\?(?!\d)/g, (token) => (token === "?" ? mark : token))
    .split(mark);
  const pieces = [split[0]!];
  const values: unknown[] = [];
  for (const [index, value] of given.entries()) {
    const before = pieces.at(-1)!;
    const after = split[index + 1]!;
    if (Number.isSafeInteger(value) && /\blimit $/i.test(before)) {
      pieces[pieces.length - 1] = `${before}${String(value)}${after}`;
    } else {
      values.push(value);
      pieces.push(after);
    }
  }
  return { pieces, values };
}
