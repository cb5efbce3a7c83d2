import { badUserInput } from "../error.ts";

/** @throws a GraphQLError BAD_USER_INPUT for a number out of range, saying what would be right */
export function checkRange(field: string, argument: string, value: number, least: number, most: number): void {
  if (value < least || value > most) {
    throw badUserInput(`Argument "${argument}" of ${field} is ${value}: it must be from ${least} to ${most}`);
  }
}
