import { lazily } from "../lazily.ts";
import { ACCENTS, isIn, SILENT } from "./code-point.ts";

/**
 * Letters that Unicode does not take apart, as they are written where a stroke, a hook or a ligature cannot be: what people
 * type who have no such key. Lower case only.
 */
const LETTERS = lazily(
  () =>
    new Map(
      [
        "ß=ss æ=ae œ=oe ø=o ł=l đ=d ð=d þ=th ı=i ȷ=j ħ=h ŧ=t ŋ=n ĸ=k ə=e ɛ=e ɔ=o ƀ=b ɓ=b ɖ=d ɗ=d ƙ=k ƴ=y ɨ=i ʉ=u ƒ=f",
        "ς=σ ґ=г ғ=г қ=к ҡ=к ҝ=к ң=н ү=у ұ=у ө=о ә=а һ=х ҳ=х җ=ж ҙ=з ҫ=с",
        // One letter has several forms in Arabic, Persian, Urdu and Pashto, and a stroke that only makes it longer.
        "ٱ=ا ى=ي ی=ي ې=ي ے=ي ک=ك ڪ=ك ة=ه ہ=ه ھ=ه ە=ه ۃ=ه ـ=",
        // Candrabindus are written as anusvaras.
        "\u0901=\u0902 \u0981=\u0982 \u0a81=\u0a82",
      ].flatMap((line) => line.split(" ").map((pair) => pair.split("=") as [string, string])),
    ),
);

// Signs that stand right behind a name and say nothing of it.
const TRADE_MARKS = new Set(["™", "℠"]);

const DIGIT = lazily(() => /\p{Nd}/u);

/** A character with its marks, folded: what two ways to write it have in common. May have several letters, or none. */
export function foldedCharacter(character: string): string {
  if (TRADE_MARKS.has(character)) return "";
  let text = "";
  for (const letter of character.normalize("NFKD").toLowerCase()) {
    const point = letter.codePointAt(0)!;
    if (isIn(point, SILENT) || (isIn(point, ACCENTS) && /\p{M}/u.test(letter))) continue;
    text += LETTERS().get(letter) ?? (point > 127 && DIGIT().test(letter) ? digit(letter) : letter);
  }
  // ㏂ is an abbreviation in one character.
  return /[a-z]\./.test(text) ? text.replaceAll(".", "") : text.normalize("NFC");
}

/** A decimal digit of any script as that of ASCII. The ten of a script follow each other; after them may come ten more. */
function digit(character: string): string {
  const point = character.codePointAt(0)!;
  let zero = point;
  while (DIGIT().test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String((point - zero) % 10);
}

// Hindi writes a nasal before a consonant as a letter or as a point: हिन्दी, हिंदी.
const NASAL = /न्(?=[क-ह])|म्(?=[प-भ])/g;

/** A word of folded characters, where one depends on the next. */
export function foldedWord(word: string): string {
  const composed = word.normalize("NFC");
  return composed.includes("\u094d") ? composed.replace(NASAL, "ं") : composed;
}
