import { type GraphQLResolveInfo, responsePathAsArray } from "graphql";
import { type Context, memoize, type Reader } from "../context.ts";
import { givenReferences } from "./given-argument.ts";
import { type ReferenceCheck, referenceCheck } from "./reference-check.ts";
import { unknownReference } from "./unknown-reference.ts";

/**
 * What is still to be looked up of the references in a field's arguments and in those of the fields beneath it; null where
 * nothing is, also where it is asked for again. Who takes it looks it up.
 * @throws a GraphQLError BAD_USER_INPUT for a null that would widen the answer
 */
export function takeReferenceCheck(context: Context, info: GraphQLResolveInfo): ReferenceCheck | null {
  const taken = memoize(context, "looked up references", () => new Set<string>());
  let path = "";
  for (const key of responsePathAsArray(info.path)) {
    path += `.${key}`;
    if (taken.has(path)) return null;
  }
  taken.add(path);
  return referenceCheck(givenReferences(info));
}

/**
 * Looks up by a statement of its own, for a field whose answer came without one: a field calls it that found nothing.
 * @throws a GraphQLError BAD_USER_INPUT for references that name nothing
 */
export async function checkReferences(context: Context, info: GraphQLResolveInfo): Promise<void> {
  const check = takeReferenceCheck(context, info);
  if (check !== null) await lookUp(check, context);
}

/** @throws a GraphQLError BAD_USER_INPUT for references that name nothing */
export async function lookUp(check: ReferenceCheck, context: Reader): Promise<void> {
  const { results } = await context.client
    .prepare(`select ${check.missing("?1")}`)
    .bind(check.lookups)
    .all<{ missing: number }>();
  await refuseMissing(check, new Set(results.map(({ missing }) => missing)), context);
}

/**
 * Refuses what names nothing, neither in the revision that is read nor today: of what was entered since, a pinned answer
 * rightly knows nothing.
 */
export async function refuseMissing(
  check: ReferenceCheck,
  missing: ReadonlySet<number>,
  context: Reader,
): Promise<void> {
  const unknown = check.unknown(missing);
  if (unknown.length === 0) return;
  if (context.revision === null) throw await unknownReference(unknown, context);
  const today = referenceCheck(unknown)!;
  const { results } = await context.d1
    .prepare(`select ${today.missing("?1")}`)
    .bind(today.lookups)
    .all<{ missing: number }>();
  const never = today.unknown(new Set(results.map((row) => row.missing)));
  if (never.length > 0) throw await unknownReference(never, context);
}
