import { lazily } from "../lazily.ts";
const LEADING_ARTICLE = /^(?:the|l|le|la|les|el|los|las|il|lo|gli|i|o|os|a|as|der|die|das|al) (?=.)|^ال(?=....)/;

/** A key without the article before it, or behind it as in ISO 3166: The Gambia and Gambia (the) are Gambia, l’OTAN OTAN. */
export function withoutArticle(key: string): string {
  return key.replace(LEADING_ARTICLE, "").replace(/(?<=.) the$/, "");
}

const SHORT_FOR = lazily(
  () =>
    new Map(
      "n=north s=south e=east w=west rep=republic dem=democratic saint=st sankt=st dept=department intl=international"
        .split(" ")
        .map((pair) => pair.split("=") as [string, string]),
    ),
);
const NUMBERS = lazily(
  () =>
    new Map(
      "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty"
        .split(" ")
        .map((word, at) => [word, String(at + 2)] as const),
    ),
);
const GROUP = /^(?:group|groupe|grupo|gruppe) (?:of|of the|des|de|de los|der) (\d+)$/;

/**
 * A key of a country, an organization or an alliance with what is short for a word as that word, numbers in digits, and without
 * and: S. Korea is South Korea, the Group of Twenty the G20.
 */
export function writtenOut(key: string): string {
  if (!/[a-z]/.test(key)) return key;
  const words = withoutArticle(key).split(" ");
  return words
    .map((word) => NUMBERS().get(word) ?? (words.length > 1 ? SHORT_FOR().get(word) : undefined) ?? word)
    .filter((word) => word !== "and" || words.length === 1)
    .join(" ")
    .replace(GROUP, "g$1");
}

const SORTS =
  "pact|treaty|alliance|organization|organisation|agreement|group|grouping|dialogue|bloc|forum|summit|partnership|accord|" +
  "security|defence|defense|military|trilateral|pacte|pacto|patto|pakt|allianz|alianza|accord|groupe|grupo|пакт|альянс|договор";
const SORT_AFTER = lazily(() => new RegExp(` (?:${SORTS})$`));
const SORT_BEFORE = lazily(() => new RegExp(`^(?:${SORTS}) (?:of |de |du |des )?(?=.)`));

/** A key of an organization or an alliance without the words that say what sort of thing it is: AUKUS pact is AUKUS. */
export function withoutSort(key: string): string {
  let rest = withoutArticle(key);
  for (let before = ""; before !== rest;) {
    before = rest;
    rest = rest.replace(SORT_AFTER(), "").replace(SORT_BEFORE(), "");
  }
  return rest;
}
