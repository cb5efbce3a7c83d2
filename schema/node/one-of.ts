import type { SQL } from "drizzle-orm";
import { badUserInput } from "../error.ts";

/** A key that no row has: what the id of nothing leads to. */
export const NO_ROW = -1;

/**
 * The condition of the one argument that is given.
 * @throws a GraphQLError BAD_USER_INPUT when none or several are
 */
export function byOneOf<Args extends Record<string, string | null | undefined>, Row>(
  field: string,
  args: Args,
  conditions: { [Name in keyof Args]-?: (value: string) => (row: Row) => SQL },
): (row: Row) => SQL {
  const given = Object.entries(args).filter(([, value]) => value != null);
  const [only] = given;
  if (given.length !== 1 || only === undefined) {
    const names = Object.keys(conditions).map((name) => `"${name}"`);
    throw badUserInput(
      `${field} takes exactly one of the arguments ${names.join(", ")}, and was given ${given.length}`,
    );
  }
  return conditions[only[0] as keyof Args](only[1]!);
}
