/** What D1 binds to a statement at most. */
const MOST_PARAMETERS = 100;

export interface Parametrized {
  text: string;
  values: unknown[];
  /** Whether they are one JSON array, as there are too many. */
  isPacked: boolean;
}

/**
 * Gives equal values one numbered parameter, since D1 binds at most 100 to a statement and a
 * query tree repeats its day at every level. Where there are more than 100 values even so, they
 * travel as one JSON array. Texts and identifiers in quotes are passed over. A limit is written into the
 * statement: SQLite plans a subquery of whose limit it does not know that it is 1 several times slower.
 */
export function numberParameters(text: string, values: readonly unknown[]): Parametrized {
  const pieces = splitAtParameters(text);
  const isWritten = values.map((value, index) => Number.isSafeInteger(value) && /\blimit $/i.test(pieces[index]!));
  const distinct = [...new Set(values.filter((_, index) => !isWritten[index]))];
  const numbers = new Map(distinct.map((value, index) => [value, index + 1]));
  const isFew = distinct.length <= MOST_PARAMETERS;
  const parameter = (value: unknown): string => {
    const number = numbers.get(value)!;
    return isFew ? `?${number}` : `json_extract(?1, '$[${number - 1}]')`;
  };
  const numbered = pieces.map((piece, index) => {
    if (index >= values.length) return piece;
    return `${piece}${isWritten[index] ? String(values[index]) : parameter(values[index])}`;
  });
  return { text: numbered.join(""), values: isFew ? distinct : [JSON.stringify(distinct)], isPacked: !isFew };
}

/** The pieces of a statement before, between and after its parameters. */
export function splitAtParameters(text: string): string[] {
  const mark = "\0";
  return text.replace(/'[^']*'|"[^"]*"|`[^`]*`|\?(?!\d)/g, (token) => (token === "?" ? mark : token)).split(mark);
}
