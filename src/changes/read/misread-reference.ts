import { type Fault, type Place, within } from "../fault.ts";
import { type Noun, nouns } from "../../nouns/index.ts";
import { mapReferences } from "../../nouns/reference.ts";
import { aWord } from "../../nouns/word.ts";

/** The faults of an entry, where those of what should be a reference and cannot be one say what is wanted, and of what. */
export function toldAsReferences(noun: Noun, json: unknown, place: Place, faults: readonly Fault[]): Fault[] {
  const told = new Map<string, Fault>();
  mapReferences(noun, json, ({ name, to, steps }) => {
    const { name: lasting } = nouns[to];
    const message = `must be the id or ${lasting} of ${aWord(to)}: ${JSON.stringify(name)} is neither`;
    const at = within(place, ...steps);
    told.set(at.path, { ...at, message, sought: { nouns: [to], reference: name } });
    return name;
  });
  const seen = new Set<Fault>();
  return faults.flatMap((fault) => {
    const reference = told.get(fault.path) ?? fault;
    if (seen.has(reference)) return [];
    seen.add(reference);
    return [reference];
  });
}
