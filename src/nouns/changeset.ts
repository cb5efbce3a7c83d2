import * as v from "valibot";
import type { ObjectSchema } from "./description.ts";
import { type Noun, nounNames, nouns } from "./index.ts";
import { nestedIn } from "./structure.ts";

/** Where its JSON Schema is, for editors. */
export const $schema = v.optional(v.pipe(v.string(), v.description("Where this JSON Schema is, for editors")));

/** The native import format: facts to be there once the change set is applied. */
export function changesetInput() {
  const lists = nounNames.map((noun) => [nouns[noun].list, v.optional(v.array(entryInput(noun)), [])] as const);
  return v.pipe(
    v.strictObject({ $schema, ...Object.fromEntries(lists) }),
    v.description("A set of facts in Entente's own format. References are slugs and keys, here or already loaded"),
  );
}

/** What is said of one of a noun, with the facts that change sets nest in it. */
function entryInput(noun: Noun): v.GenericSchema {
  const { input }: { input: ObjectSchema } = nouns[noun];
  const facts = nestedIn(noun);
  if (facts.length === 0) return input;
  const lists = facts.map(({ noun: fact, nested }) => [
    nouns[fact].list,
    v.pipe(v.optional(v.array(nested.input), []), v.description(nested.listed)),
  ]);
  return v.pipe(
    v.strictObject({ ...input.entries, ...Object.fromEntries(lists) }),
    v.description(v.getDescription(input) ?? ""),
  );
}
