import { asMade } from "../assertion.ts";

/** What an argument or a field of an input can refer to; a subject is an actor or an alliance. */
export type ReferenceKind = "ACTOR" | "ALLIANCE" | "ARTICLE" | "EVENT" | "SUBJECT";

/** As errors call them. */
export const WORDS: Readonly<Record<ReferenceKind, string>> = {
  ACTOR: "actor",
  ALLIANCE: "alliance",
  ARTICLE: "article",
  EVENT: "event",
  SUBJECT: "actor or alliance",
};

/** Options of an argument or input field whose text is a reference: one that names nothing is refused, wherever it stands. */
export function refersTo(kind: ReferenceKind) {
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
