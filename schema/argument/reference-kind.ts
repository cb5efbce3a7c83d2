import { type Noun, nouns } from "../../src/nouns/index.ts";
import { asMade } from "../assertion.ts";

/** The nouns of which one row is what an argument or a field of an input refers to. */
export type ReferenceKind = readonly Noun[];

/** What messages call what is referred to, such as "actor or alliance". */
export function wordOf(kind: ReferenceKind): string {
  return kind.map((noun) => nouns[noun].word).join(" or ");
}

/** Options of an argument or input field whose text is a reference: one that names nothing is refused, wherever it stands. */
export function refersTo(...kind: Noun[]) {
  return { extensions: { refersTo: kind } };
}

/** What the values of an argument or input field refer to; undefined where they are no references. */
export function referredTo({
  extensions,
}: {
  extensions: Readonly<Record<string, unknown>>;
}): ReferenceKind | undefined {
  return asMade(extensions["refersTo"]);
}
