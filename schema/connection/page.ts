import { LARGEST_PAGE, USUAL_PAGE } from "../../src/domain/page.ts";
import { badUserInput } from "../error.ts";
import { type Position, readCursor } from "./cursor.ts";
import type { Cursors } from "./list.ts";

export interface PageArguments {
  first?: number | null | undefined;
  last?: number | null | undefined;
  after?: string | null | undefined;
  before?: string | null | undefined;
}

/** A page of a list: how many rows, from which end, between which rows. */
export interface Page {
  size: number;
  backward: boolean;
  after: Position | null;
  before: Position | null;
}

/**
 * The page of a list that is asked for.
 * @throws a GraphQLError BAD_USER_INPUT that names the argument and what would be right
 */
export function readPage(field: string, args: PageArguments, cursors: () => Cursors): Page {
  const { first, last, after, before } = args;
  if (first != null && last != null) {
    throw badUserInput(`Arguments "first" and "last" of ${field} exclude each other: give one of them`);
  }
  checkSize(field, "first", first);
  checkSize(field, "last", last);
  return {
    size: first ?? last ?? USUAL_PAGE,
    backward: last != null,
    after: after == null ? null : positionOf("after", after),
    before: before == null ? null : positionOf("before", before),
  };

  function positionOf(argument: string, cursor: string): Position {
    const { list, columns } = cursors();
    return readCursor(argument, list, cursor, columns.length);
  }
}

function checkSize(field: string, argument: string, size: number | null | undefined): void {
  if (size != null && (size < 1 || size > LARGEST_PAGE)) {
    throw badUserInput(`Argument "${argument}" of ${field} is ${size}: it must be from 1 to ${LARGEST_PAGE}`);
  }
}
