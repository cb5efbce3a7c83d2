import { LARGEST_PAGE, USUAL_PAGE } from "../../src/domain/page.ts";
import { badUserInput } from "../error.ts";
import { type Position, readCursor } from "./cursor.ts";
import type { Cursors } from "./cursor.ts";

export interface PageArguments {
  first?: number | null | undefined;
  last?: number | null | undefined;
  after?: string | null | undefined;
  before?: string | null | undefined;
}

/** A page of a list: how many rows, from which end, between which rows. */
export interface Page<Bound = Position> {
  size: number;
  backward: boolean;
  after: Bound | null;
  before: Bound | null;
}

/** The page of a list that is asked for, its cursors as they are, whatever they may be. */
export function pageAsked({ first, last, after, before }: PageArguments): Page<string> {
  return { size: first ?? last ?? USUAL_PAGE, backward: last != null, after: after ?? null, before: before ?? null };
}

/**
 * The page of a list that is asked for.
 * @throws a GraphQLError BAD_USER_INPUT that names the argument and what would be right
 */
export function readPage(field: string, args: PageArguments, cursors: () => Cursors): Page {
  const { first, last } = args;
  if (first != null && last != null) {
    throw badUserInput(`Arguments "first" and "last" of ${field} exclude each other: give one of them`);
  }
  checkSize(field, "first", first);
  checkSize(field, "last", last);
  const asked = pageAsked(args);
  return { ...asked, after: positionOf("after", asked.after), before: positionOf("before", asked.before) };

  function positionOf(argument: string, cursor: string | null): Position | null {
    if (cursor === null) return null;
    const { list, columns } = cursors();
    return readCursor(argument, list, cursor, columns.length);
  }
}

function checkSize(field: string, argument: string, size: number | null | undefined): void {
  if (size != null && (size < 1 || size > LARGEST_PAGE)) {
    throw badUserInput(`Argument "${argument}" of ${field} is ${size}: it must be from 1 to ${LARGEST_PAGE}`);
  }
}
