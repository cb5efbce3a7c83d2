import { type Noun, nouns } from "./index.ts";
import { parts } from "./part/index.ts";
import { fieldsOf, partsOf } from "./structure.ts";

/** A reference in what a change set says. */
export interface FoundReference {
  /** A slug, key or id. */
  name: string;
  /** The noun that it is of. */
  to: Noun;
  /** Where it lies: fields, and places in lists from 0. */
  steps: readonly (string | number)[];
}

/** Gives what stands in the place of a reference. */
export type Replace = (found: FoundReference) => string;

/**
 * What is said of a noun, with each reference in it and in its parts replaced. What is of another shape than it should
 * be stays as it is: reading it tells what is wrong.
 */
export function mapReferences(noun: Noun, json: unknown, replace: Replace): unknown {
  const lists = new Map(partsOf(noun).map(({ name, part }) => [name, parts[part]]));
  return mapFields(json, (field, value) => {
    const part = lists.get(field);
    if (part === undefined || !Array.isArray(value)) return replaced(nouns[noun], field, value, replace, [field]);
    return value.map((item: unknown, index) =>
      mapFields(item, (own, cell) => replaced(part, own, cell, replace, [field, index, own])),
    );
  });
}

function replaced(
  of: Parameters<typeof fieldsOf>[0],
  field: string,
  value: unknown,
  replace: Replace,
  steps: FoundReference["steps"],
): unknown {
  const to = fieldsOf(of).find(({ name }) => name === field)?.references ?? null;
  return to === null || typeof value !== "string" ? value : replace({ name: value, to, steps });
}

function mapFields(json: unknown, map: (field: string, value: unknown) => unknown): unknown {
  if (typeof json !== "object" || json === null || Array.isArray(json)) return json;
  return Object.fromEntries(Object.entries(json).map(([field, value]) => [field, map(field, value)]));
}
