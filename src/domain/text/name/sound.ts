import { lazily } from "../lazily.ts";
/**
 * What languages write for one sound when they write names of others in Latin letters, and one letter for it: Gorbatchev,
 * Gorbatschow and Gorbachov differ in that. Longer ones first; c is that of church, and of the French chat.
 */
const SOUNDS = lazily(
  () =>
    new Map(
      (
        "schtsch=c shch=c tsch=c dsch=ž tch=c sch=c szcz=c dzh=ž sh=c ch=c cz=c sz=c zh=ž dj=ž ph=f th=t dh=d gh=g kh=h " +
        "ck=k qu=k x=ks q=k ts=s tz=s z=s ou=u oo=u ee=i ie=i ae=a oe=o ue=u mb=nb mp=np w=v y=i j=i ce=se ci=si cy=si c=k " +
        // Of Russian, Ukrainian, Belarusian, Bulgarian and Serbian.
        "ый=и ий=и ій=и й=и і=и ї=и ы=и є=е э=е ь= ъ= " +
        // Long and doubled sounds of Japanese.
        "ヴァ=バ ヴィ=ビ ヴェ=ベ ヴォ=ボ ヴ=ブ ー= ッ="
      )
        .split(" ")
        .map((pair) => pair.split("=") as [string, string]),
    ),
);
const SPELLING = lazily(() => new RegExp([...SOUNDS().keys()].join("|"), "g"));
const DOUBLED = /(.)\1+/g;
const SILENT = /(?<=[aeiou])h(?![aeiou])/g;
const ENDING = /ine$|f$/;
const ARTICLE = /^ال(?=...)/;
const VOWELS = /[aeiouаеиоуюяаιυηεοωάاويו]/;
const CONSONANTS = /[^aeiouhаеиоуюяιυηεοωاوي]/g;

const known = new Map<string, string>();
const MOST_KNOWN = 2048;

/** How a word is said, roughly: what its transliterations have in common. */
export function sound(word: string): string {
  let found = known.get(word);
  if (found === undefined) {
    found = word
      .replace(SPELLING(), (spelling) => SOUNDS().get(spelling)!)
      .replace(SILENT, "")
      .replace(DOUBLED, "$1")
      .replace(ENDING, (ending) => (ending === "f" ? "v" : "in"))
      .replace(ARTICLE, "");
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(word, found);
  }
  return found;
}

/**
 * The consonants that are heard in a word, its first sound first and the rest in the order of the alphabet: a wrong vowel, a
 * doubled letter and two that are swapped leave it as it is.
 */
export function skeleton(word: string): string {
  const heard = sound(word);
  const first = heard.slice(0, 1);
  const rest = Array.from(heard.slice(1).matchAll(CONSONANTS), ([consonant]) => consonant);
  return (isVowel(first) ? "a" : first) + rest.toSorted().join("");
}

export function isVowel(letter: string): boolean {
  return VOWELS.test(letter);
}
