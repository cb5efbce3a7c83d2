import type { AliasInput } from "../../nouns/part/alias.ts";
import { type CurrentState, partsKey } from "../load/current-state.ts";
import type { Entries } from "../read/entry.ts";
import { type Fault, faultAt, within } from "../fault.ts";

/**
 * Aliases that are told once as one sort and once as another. What was entered so before this was looked for may stay: it is
 * in nobody's way until it is mended.
 */
export function aliasFaults(entries: Entries, current: CurrentState): Fault[] {
  return (["actors", "alliances"] as const).flatMap((noun) =>
    entries[noun].flatMap(({ name: owner, value: { aliases = [] }, place }) => {
      const id = Number(current.rows[noun].get(owner)?.id);
      const stored = (current.parts.get(partsKey(noun, "aliases", id)) ?? []).map((row) => wordsOf(row as never));
      const first = new Map<string, AliasInput>();
      return aliases.flatMap((alias, index): Fault[] => {
        const other = first.get(wordsOf(alias));
        if (other === undefined) first.set(wordsOf(alias), alias);
        const isOld = stored.filter((one) => one === wordsOf(alias)).length > 1;
        if (other === undefined || other.sort === alias.sort || isOld) return [];
        const message = `${alias.name} is there already, as ${other.sort}: an alias is of one sort in a language`;
        return [faultAt(within(place, "aliases", index), message)];
      });
    }),
  );
}

function wordsOf({ name, language }: { name: string; language?: string | null | undefined }): string {
  return JSON.stringify([name, language ?? null]);
}
