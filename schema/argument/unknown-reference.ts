import { GraphQLError } from "graphql";
import type { Resembling } from "../../drizzle/search/resembling.ts";
import { nouns } from "../../src/nouns/index.ts";
import { aWord } from "../../src/nouns/word.ts";
import type { Reader } from "../context.ts";
import { readGlobalId } from "../node/global-id.ts";
import type { GivenReference } from "./given-argument.ts";
import { type ReferenceKind, wordOf } from "./reference-kind.ts";
import { resemblingOf, resemblingTold } from "./resembling.ts";

/** The characters of a value that a message shows: what is longer is cut. */
const LONGEST_SHOWN = 60;
/** The references that the error of one question tells of: the first few, since each is looked for. */
const MOST_TOLD = 3;

/** The error for references that name nothing: where they stand, and what they may have meant. */
export async function unknownReference(references: readonly GivenReference[], context: Reader): Promise<GraphQLError> {
  const told = await Promise.all(references.slice(0, MOST_TOLD).map(async (one) => explained(one, context)));
  return new GraphQLError(told.map(({ message }) => message).join("; "), {
    extensions: { code: "BAD_USER_INPUT", unknown: told.map(({ argument, resembles }) => ({ argument, resembles })) },
  });
}

async function explained({ kind, text, field, place }: GivenReference, context: Reader) {
  const resembles = await resemblingOf(kind, text, context);
  const message = `Argument "${place}" of ${field} names no ${wordOf(kind)}: ${shown(text)}${hint(kind, text, resembles)}`;
  return { argument: place, resembles: resembles.map(({ slug }) => slug), message };
}

/** What would be right, as the end of a message. */
export function hint(kind: ReferenceKind, text: string, resembles: readonly Resembling[]): string {
  const id = readGlobalId(text);
  if (id !== null) return ` is an id of type ${id.type}, of nothing that fits`;
  if (resembles.length > 0) return resemblingTold(resembles);
  const slugged = kind.filter((noun) => nouns[noun].name === "slug");
  if (slugged.length === 0) return `; give ${kind.map((noun) => `${aWord(noun)}'s`).join(" or ")} id`;
  return `; give an id or a slug, which Query.${slugged.includes("articles") ? "articles" : "resolve"} finds`;
}

/** A value as messages tell of it: in quotes, and cut where it is long. */
export function shown(text: string): string {
  return JSON.stringify(text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text);
}
