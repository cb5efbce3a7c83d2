import { countCharacters } from "./search/text-range.ts";

/** What is the same words, written in another way; and how each stretch of a text is written in the one way. */
const WAYS = {
  "Unicode normalization (NFC or NFD)": (part: string) => part.normalize("NFC"),
  "spaces (a no-break or thin space for a plain one, or several for one)": (part: string) =>
    part.replace(/^[\p{Zs}\t]$/u, " "),
  "line breaks (CRLF or LF, or one for a space)": (part: string) =>
    part.replace(/^(?:\r\n|[\n\v\f\r\u0085\u2028\u2029])$/, " "),
  "hyphens at the ends of lines": (part: string) => part.replace(/^[-\u00AD\u2010]\r?\n$/, ""),
  "quotation marks or apostrophes (curly or straight)": (part: string) =>
    part.replace(/^[\u2018-\u201B\u2032\u02BC\u00B4`']$/, "'").replace(/^[\u201C-\u201F\u2033\u00AB\u00BB"]$/, '"'),
  "hyphens or dashes": (part: string) => part.replace(/^[\u2010-\u2015\u2212-]$/, "-"),
  "soft hyphens or others that nobody sees": (part: string) => part.replace(/^\p{Default_Ignorable_Code_Point}$/u, ""),
  "the ellipsis (one character or three dots)": (part: string) => part.replace(/^\.[\p{Zs}]?\.[\p{Zs}]?\.$/u, "…"),
  "ligatures or full-width letters": (part: string) =>
    /^[\uFB00-\uFB06\uFF01-\uFF5E]$/.test(part) ? part.normalize("NFKC") : part,
  "upper and lower case": (part: string) => part.toLowerCase(),
} as const;

type Way = keyof typeof WAYS;
const ways = Object.keys(WAYS) as Way[];

/**
 * What is taken as one: a letter with its accents, a syllable in its parts, an ellipsis, a line end with its hyphen. A function, since
 * to read the pattern takes of the Worker's start, and few texts need it.
 */
const part = () =>
  /[\-\u00AD\u2010]\r?\n|\r\n|\.\p{Zs}?\.\p{Zs}?\.|[\u1100-\u1112][\u1161-\u1175][\u11A8-\u11C2]?|\p{Default_Ignorable_Code_Point}|\P{M}[\p{M}--\p{Default_Ignorable_Code_Point}]*|\p{M}/gv;

/** Where words stand in a text that are the same but for how they are written. */
export interface QuoteDifference {
  /** In characters from the text's start. */
  start: number;
  /** In which ways they are written otherwise. */
  ways: Way[];
  /** The first place in which the two differ, in characters from the text's start, and what stands there in each. */
  at: number;
  inText: string;
  inWords: string;
}

/** How a text has words that it does not have letter for letter; null where it has nothing like them. */
export function quoteDifference(text: string, words: string): QuoteDifference | null {
  const found = find(text, words, ways);
  if (found === null) return null;
  const needed = ways.filter(
    (way) =>
      find(
        text,
        words,
        ways.filter((one) => one !== way),
      ) === null,
  );
  const [inText, asked] = [text.slice(found.from, found.to), words].map((one) => Array.from(one)) as [
    string[],
    string[],
  ];
  const first = inText.findIndex((character, index) => character !== asked[index]);
  const place = first < 0 ? inText.length : first;
  const start = countCharacters(text.slice(0, found.from));
  return { start, ways: needed, at: start + place, inText: inText[place] ?? "", inWords: asked[place] ?? "" };
}

/** A sentence of it, to follow what is wrong. */
export function differenceTold({ start, ways: needed, at, inText, inWords }: QuoteDifference): string {
  const what = needed.length === 0 ? "how its characters are written" : needed.join("; ");
  return `it has the same words at ${start}, with a difference in ${what}: at ${at} stands ${named(inText)}, not ${named(inWords)}`;
}

/** A character, told so that it can be told from those that look like it. */
function named(character: string): string {
  const point = character.codePointAt(0);
  if (point === undefined) return "nothing more";
  const code = `U+${point.toString(16).toUpperCase().padStart(4, "0")}`;
  return /^[\p{L}\p{N}\p{P}\p{S}]$/u.test(character) ? `${character} (${code})` : code;
}

/** The first place of the words in the text, where both are written in the one way. */
function find(text: string, words: string, told: readonly Way[]): { from: number; to: number } | null {
  const [there, asked] = [written(text, told), written(words, told)];
  const at = asked.text === "" ? -1 : there.text.indexOf(asked.text);
  if (at < 0) return null;
  const last = there.origins[at + asked.text.length - 1]!;
  return { from: there.origins[at]!.from, to: last.to };
}

/** A text written in the one way, and for each unit of it the stretch that it was made of. */
function written(text: string, told: readonly Way[]) {
  const joinsSpaces = told.some((way) => way.startsWith("spaces"));
  const origins: { from: number; to: number }[] = [];
  let result = "";
  for (const { 0: stretch, index: from } of text.matchAll(part())) {
    const own = told.reduce((one, way) => WAYS[way](one), stretch);
    if (joinsSpaces && own === " " && result.endsWith(" ")) continue;
    result += own;
    for (let unit = 0; unit < own.length; unit += 1) origins.push({ from, to: from + stretch.length });
  }
  return { text: result, origins };
}
