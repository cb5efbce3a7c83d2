import { GraphQLError } from "graphql";
import { connect } from "../../drizzle/client/database.ts";
import type { Reader } from "../context.ts";
import { readGlobalId } from "../node/global-id.ts";
import { resembling, type Slugged } from "../node/resembling.ts";
import type { GivenReference } from "./given-argument.ts";
import { type ReferenceKind, WORDS } from "./reference-kind.ts";

/** Cut where it is longer, in errors. */
const LONGEST_SHOWN = 60;
/** So many are told of one question. */
const MOST_TOLD = 3;

const TABLES: Readonly<Record<ReferenceKind, readonly Slugged[]>> = {
  ACTOR: ["actors"],
  ALLIANCE: ["alliances"],
  ARTICLE: ["articles"],
  EVENT: [],
  SUBJECT: ["actors", "alliances"],
};

/** The error for references that name nothing: where they stand, and what they may have meant. */
export async function unknownReference(references: readonly GivenReference[], context: Reader): Promise<GraphQLError> {
  const told = await Promise.all(references.slice(0, MOST_TOLD).map(async (one) => explained(one, context)));
  return new GraphQLError(told.map(({ message }) => message).join("; "), {
    extensions: { code: "BAD_USER_INPUT", unknown: told.map(({ argument, resembles }) => ({ argument, resembles })) },
  });
}

async function explained({ kind, text, field, place }: GivenReference, context: Reader) {
  const resembles = await resemblingOf(kind, text, context);
  const message = `Argument "${place}" of ${field} names no ${WORDS[kind]}: ${shown(text)}${hint(kind, text, resembles)}`;
  return { argument: place, resembles, message };
}

/** What of the present a text resembles, whatever revision is read: names are looked up in the present alone. */
export async function resemblingOf(kind: ReferenceKind, text: string, { d1 }: Pick<Reader, "d1">): Promise<string[]> {
  if (readGlobalId(text) !== null) return [];
  const database = connect(d1, null);
  const found = await Promise.all(TABLES[kind].map(async (table) => resembling(database, table, text)));
  return [...new Set(found.flat().map(({ slug }) => slug))].slice(0, 3);
}

/** What would be right, as the end of a message. */
export function hint(kind: ReferenceKind, text: string, resembles: readonly string[]): string {
  const id = readGlobalId(text);
  if (id !== null) return ` is an id of type ${id.type}, of nothing that fits`;
  if (kind === "EVENT") return "; give an event's id";
  if (resembles.length > 0) return `; did you mean ${resembles.map((slug) => JSON.stringify(slug)).join(" or ")}?`;
  return `; give an id or a slug, which Query.${kind === "ARTICLE" ? "articles" : "resolve"} finds`;
}

/** A value as messages tell of it: in quotes, and cut where it is long. */
export function shown(text: string): string {
  return JSON.stringify(text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text);
}
