import { createHash } from "node:crypto";
import { badUserInput } from "../error.ts";

/** The values of the ordering columns at one row of a list. */
export type Position = readonly (string | number)[];

/** What the cursors of a list are made of. */
export interface Cursors {
  /** The field and its arguments but for the page: what a cursor is bound to. */
  list: string;
  /** Those that the list is ordered by. */
  columns: readonly string[];
}

const VERSION = 1;

/**
 * Writes the cursor of a row. `list` names the connection and its arguments; it is sealed into
 * the cursor, so that a cursor from elsewhere, or one changed on the way, is known as such.
 */
export function writeCursor(list: string, position: Position): string {
  const content = [VERSION, seal(list, position), ...position];
  return Buffer.from(JSON.stringify(content)).toString("base64url");
}

/**
 * The position, of so many values. Anybody can seal what they like: what SQL cannot take is no position either.
 * @throws a GraphQLError BAD_USER_INPUT for a cursor that is damaged or of another list
 */
export function readCursor(argument: string, list: string, cursor: string, values: number): Position {
  const [version, sealed, ...position] = parse(cursor) ?? [];
  const isPosition = position.length === values && position.every(isValue);
  if (version !== VERSION || !isPosition || sealed !== seal(list, position)) {
    throw badUserInput(
      `Argument "${argument}": the cursor is damaged or comes from another field or other arguments; give an endCursor or startCursor of this very list`,
    );
  }
  return position;
}

function isValue(value: unknown): value is Position[number] {
  return typeof value === "string" || Number.isFinite(value);
}

function seal(list: string, position: Position): string {
  return createHash("sha256")
    .update(JSON.stringify([list, position]))
    .digest("base64url")
    .slice(0, 8);
}

function parse(cursor: string): unknown[] | null {
  try {
    const content: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString());
    return Array.isArray(content) ? content : null;
  } catch {
    return null;
  }
}
