import { type Noun, nounNames } from "../../nouns/index.ts";
import { partsOf } from "../../nouns/structure.ts";
import type { Entries, Entry } from "./entry.ts";

/** The entries with each part once that is told twice in the very same words, such as an alias: that says nothing more. */
export function withoutRepeats(entries: Entries): Entries {
  return Object.fromEntries(
    nounNames.map((noun) => [
      noun,
      entries[noun].map((entry: Entry) => ({ ...entry, value: once(noun, entry.value) })),
    ]),
  ) as Entries;
}

function once<Value extends object>(noun: Noun, value: Value): Value {
  const lists = partsOf(noun).flatMap(({ name }) => {
    const list: unknown = Reflect.get(value, name);
    if (!Array.isArray(list) || list.length < 2) return [];
    return [[name, [...new Map(list.map((part: object) => [wordsOf(part), part])).values()]] as const];
  });
  return lists.length === 0 ? value : { ...value, ...Object.fromEntries(lists) };
}

/** What a part says, in whatever order its fields come. */
function wordsOf(part: object): string {
  const said = Object.entries(part).filter(([, value]) => value !== null && value !== undefined);
  return JSON.stringify(said.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
