import { lazily } from "../lazily.ts";

const LETTERS = [..."abcdefghijklmnopqrstuvwxyz"];

/** The tags of two letters by the names of their languages, in English and in the language itself, in lower case. */
const tags = lazily(() => {
  const english = new Intl.DisplayNames("en", { type: "language", fallback: "none" });
  const found = new Map<string, string>();
  for (const tag of LETTERS.flatMap((first) => LETTERS.map((second) => first + second))) {
    const told = english.of(tag);
    // Only known languages have names.
    if (told === undefined) continue;
    const own = new Intl.DisplayNames(tag, { type: "language", fallback: "none" }).of(tag);
    // What has several tags, one of them replaced by the other, has the first.
    for (const name of [told, own])
      if (name !== undefined && !found.has(name.toLowerCase())) found.set(name.toLowerCase(), tag);
  }
  return found;
});

/**
 * The tag of a language that is given by its name, such as English or Deutsch; undefined where none is called so. For messages
 * alone: the names are those of the platform.
 */
export function tagOfLanguageName(name: string): string | undefined {
  return tags().get(name.trim().toLowerCase());
}
