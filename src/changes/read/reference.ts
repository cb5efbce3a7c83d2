import type { ActorType } from "../../domain/vocabulary.ts";
import type { NounDescription, PartDescription } from "../../nouns/description.ts";
import { type Noun, nounNames, nouns } from "../../nouns/index.ts";
import type { CitationInput } from "../../nouns/part/citation.ts";
import { type Part, parts } from "../../nouns/part/index.ts";
import { fieldsOf, partsOf } from "../../nouns/structure.ts";
import { type Place, within } from "../fault.ts";
import type { Entries } from "./entry.ts";

/** A reference by name, and what it must be to make sense. */
export interface Reference {
  noun: Noun;
  name: string;
  place: Place;
  /** For an actor: the types that it may have. */
  types?: readonly ActorType[];
  /** The name of the entry itself, where it may not refer to itself. */
  self?: string;
}

/** All references in the entries, noun by noun in document order, those of citations last. */
export function referencesIn(entries: Entries): Reference[] {
  const own = nounNames.flatMap((noun) => {
    const { actorTypes = {} }: NounDescription = nouns[noun];
    return entries[noun].flatMap(({ name, value, place }) => [
      ...referencesBy(nouns[noun], value, place).map(({ field, ...reference }): Reference => {
        const types = actorTypes[field];
        return { ...reference, ...(types && { types }), ...(reference.noun === noun && { self: name }) };
      }),
      ...partsIn(noun, value, place)
        .filter(({ part }) => part !== "citations")
        .flatMap(({ part, said, at }) => referencesBy(parts[part], said, at)),
    ]);
  });
  return [
    ...own,
    ...citationsIn(entries).flatMap(({ citation, place }) => referencesBy(parts.citations, citation, place)),
  ];
}

/** The references that the fields of a noun or a part hold, in the order of its input. */
function referencesBy(of: NounDescription | PartDescription, said: object, place: Place) {
  const references = new Map(fieldsOf(of).map((field) => [field.name, field.references]));
  return Object.keys(of.input?.entries ?? {}).flatMap((field) => {
    const noun = references.get(field) ?? null;
    const name: unknown = Reflect.get(said, field);
    return noun === null || typeof name !== "string" ? [] : [{ noun, name, place: within(place, field), field }];
  });
}

/** The parts that an entry says, each with its place. */
function partsIn(noun: Noun, value: object, place: Place): { part: Part; said: object; at: Place }[] {
  return partsOf(noun).flatMap(({ part, name }) => {
    const list: unknown = Reflect.get(value, name);
    if (!Array.isArray(list)) return [];
    return list.map((said: object, index) => ({ part, said, at: within(place, name, index) }));
  });
}

/** All citations in the entries, each with its place. */
export function citationsIn(entries: Entries): { citation: CitationInput; place: Place }[] {
  return nounNames.flatMap((noun) =>
    entries[noun].flatMap(({ value, place }) =>
      "citations" in value
        ? value.citations.map((citation, index) => ({ citation, place: within(place, "citations", index) }))
        : [],
    ),
  );
}
