/**
 * The one file of the schema with assertions that TypeScript cannot check. Each function is one reason; the type is that of
 * the place where it is called.
 */

/**
 * Rows that our SQL read, or what lies in them. Pothos infers what a resolver gives from a table and a selection; our queries
 * are made of that selection at run time. `test/plan/oracle.worker.test.ts` and `test/drizzle/relational-query.worker.test.ts` hold
 * that they give what was selected.
 */
export function asRead<T = never>(value: unknown): T {
  return value as T;
}

/** A selection for Pothos, whose type knows no relation that is chosen at run time, and no SQL among the columns. */
export function asSelection<T = never>(selection: unknown): T {
  return selection as T;
}

/** A part of the schema that is made in a loop over descriptions: its name and its type are values, and no types. */
export function asMade<T = never>(part: unknown): T {
  return part as T;
}

/** What GraphQL.js hands on without a type: arguments, and what it knows of a field. */
export function asExecuted<T = never>(value: unknown): T {
  return value as T;
}
