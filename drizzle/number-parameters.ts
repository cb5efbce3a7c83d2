/**
 * Gives equal values one numbered parameter, since D1 binds at most 100 to a statement and a
 * query tree repeats its day at every level. Texts and identifiers in quotes are passed over.
 */
export function numberParameters(text: string, values: readonly unknown[]): { text: string; values: unknown[] } {
  const numbers = new Map<unknown, number>();
  let position = 0;
  const numbered = text.replace(/'[^']*'|"[^"]*"|`[^`]*`|\?(?!\d)/g, (token) => {
    if (token !== "?") return token;
    const value = values[position++];
    let number = numbers.get(value);
    if (number === undefined) numbers.set(value, (number = numbers.size + 1));
    return `?${number}`;
  });
  return { text: numbered, values: [...numbers.keys()] };
}
