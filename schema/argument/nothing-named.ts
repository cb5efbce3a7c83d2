import { type GraphQLResolveInfo, responsePathAsArray } from "graphql";
import type { Context } from "../context.ts";
import { readGlobalId } from "../node/global-id.ts";
import { type ReferenceKind, wordOf } from "./reference-kind.ts";
import { resemblingOf } from "./resembling.ts";
import { hint, shown } from "./unknown-reference.ts";

/** Whoever asks for more is not helped by more. */
const MOST = 10;

/** Warns that the one argument that is given names nothing, so that the field is null, and tells what it resembles. */
export async function warnOfNothing(
  kind: ReferenceKind,
  args: Readonly<Record<string, string | null | undefined>>,
  context: Context,
  info: GraphQLResolveInfo,
): Promise<void> {
  for (const [argument, text] of Object.entries(args)) {
    if (text == null) continue;
    const resembles = await resemblingOf(kind, text, context);
    const isLater = context.revision !== null && resembles.some(({ slug }) => slug === text);
    const right = isLater
      ? `; it was entered after revision ${context.revision}`
      : (unknownAtPin(text, context) ?? hint(kind, text, resembles));
    warn(
      `Argument "${argument}" of Query.${info.fieldName} names no ${wordOf(kind)}: ${shown(text)}${right}`,
      context,
      [...responsePathAsArray(info.path)],
    );
  }
}

/** Warns of an id of nothing, for which a place in the answer is null. */
export function warnOfId(id: string, context: Context, info: GraphQLResolveInfo, ...index: number[]): void {
  const place = index.length === 0 ? "id" : `ids[${index.join()}]`;
  const right = unknownAtPin(id, context) ?? "";
  warn(`Argument "${place}" of Query.${info.fieldName} is the id of nothing: ${shown(id)}${right}`, context, [
    ...responsePathAsArray(info.path),
    ...index,
  ]);
}

/** Of an id in a pinned answer, that it may be of what came later; null for what is no id, or not pinned. */
function unknownAtPin(text: string, { revision }: Context): string | null {
  if (revision === null || readGlobalId(text) === null) return null;
  return `; nothing of that id is known at revision ${revision}`;
}

function warn(message: string, { warnings }: Context, path: (string | number)[]): void {
  if (warnings.length < MOST) warnings.push({ message, code: "NAMES_NOTHING", path });
}
