/**
 * Letters that Unicode does not take apart, as they are written where a stroke, a hook or a ligature cannot be: what people
 * type who have no such key. Lower case only.
 */
const LETTERS = new Map(
  [
    "ß=ss æ=ae œ=oe ø=o ł=l đ=d ð=d þ=th ı=i ȷ=j ħ=h ŧ=t ŋ=n ĸ=k ə=e ɛ=e ɔ=o ƀ=b ɓ=b ɖ=d ɗ=d ƙ=k ƴ=y ɨ=i ʉ=u ƒ=f",
    "ς=σ ґ=г ғ=г қ=к ҡ=к ҝ=к ң=н ү=у ұ=у ө=о ә=а һ=х ҳ=х җ=ж ҙ=з ҫ=с",
    // One letter has several forms in Arabic, Persian, Urdu and Pashto, and a stroke that only makes it longer.
    "ٱ=ا ى=ي ی=ي ې=ي ے=ي ک=ك ڪ=ك ة=ه ہ=ه ھ=ه ە=ه ۃ=ه ـ=",
    // Candrabindus are written as anusvaras.
    "\u0901=\u0902 \u0981=\u0982 \u0a81=\u0a82",
  ].flatMap((line) => line.split(" ").map((pair) => pair.split("=") as [string, string])),
);

/**
 * Marks that do not count: accents of Latin, Greek and Cyrillic, points of Hebrew, vowel and Koranic signs of Arabic with its
 * hamzas and maddas, nuktas of India's scripts. All other marks are vowels or voicing, and make other words.
 */
const MARKS =
  /(?![\u3099\u309a])(?=\p{Mn})[\p{sc=Zinh}\p{sc=Grek}\p{sc=Cyrl}\p{sc=Hebr}\p{sc=Arab}\p{sc=Syrc}]|\u093c|\u09bc|\u0a3c|\u0abc|\u0b3c|\u0c3c|\u0cbc/gu;

// What has no sound: soft hyphens, joiners, marks of direction, variation selectors, the signs of trade marks, and the
// marks of stress and of questions that Armenian has within words.
const IGNORED = /[\p{Default_Ignorable_Code_Point}™℠\u055b-\u055e]/gu;

const DIGIT = /\p{Nd}/u;
const DIGITS = new RegExp(DIGIT, "gu");

/** A character with its marks, folded: what two ways to write it have in common. May have several letters, or none. */
export function foldedCharacter(character: string): string {
  return character
    .replace(IGNORED, "")
    .normalize("NFKD")
    .toLowerCase()
    .replace(MARKS, "")
    .replace(/\P{ASCII}/gu, (letter) => LETTERS.get(letter) ?? letter)
    .replace(DIGITS, digit)
    .normalize("NFC");
}

/** A decimal digit of any script as that of ASCII. The ten of a script follow each other; after them may come ten more. */
function digit(character: string): string {
  const point = character.codePointAt(0)!;
  let zero = point;
  while (DIGIT.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String((point - zero) % 10);
}

// Hindi writes a nasal before a consonant as a letter or as a point: हिन्दी, हिंदी.
const NASAL = /न्(?=[क-ह])|म्(?=[प-भ])/g;

/** A word of folded characters, where one depends on the next. */
export function foldedWord(word: string): string {
  const composed = word.normalize("NFC");
  return composed.includes("\u094d") ? composed.replace(NASAL, "ं") : composed;
}
