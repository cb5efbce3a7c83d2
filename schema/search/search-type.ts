import { entryKinds, indexed } from "../../drizzle/search/indexed.ts";
import { isTooLong, LONGEST_QUERY } from "../../src/domain/text/search/search-query.ts";
import { builder } from "../builder.ts";
import type { Context } from "../context.ts";
import { badUserInput } from "../error.ts";
import { asMade } from "../assertion.ts";

export const SearchType = builder.enumType("SearchType", {
  description: "What can be found. New values may be added: treat one you do not know as you would a missing one",
  values: asMade<{
    [Kind in (typeof entryKinds)[number]]: { value: Kind; description: string };
  }>(Object.fromEntries(entryKinds.map((value) => [value, { value, description: indexed[value].told }]))),
});

/** @throws a GraphQLError BAD_USER_INPUT for a text that is too long to be looked for */
export function checkLength(argument: string, field: string, text: string): void {
  if (isTooLong(text)) {
    throw badUserInput(`Argument "${argument}" of ${field} is too long: give at most ${LONGEST_QUERY} characters`);
  }
}

/** @throws a GraphQLError BAD_USER_INPUT in a pinned request, since only words of the present are indexed */
export function checkPresent(field: string, { revision }: Context): void {
  if (revision !== null) {
    throw badUserInput(
      `${field} answers of the present only, not as of revision ${revision}: ask without a revision, and read what it finds by id`,
    );
  }
}
