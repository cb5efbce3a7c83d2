import { lazily } from "../lazily.ts";
import { editDistance } from "./edit-distance.ts";
import { isVowel, sound } from "./sound.ts";

/** How well two spellings of a word agree: the better, the surer that they are one word. */
export const SAME = 1;
const SAME_SOUND = 0.96;
const ONE_SLIP = 0.9;
const TWO_SLIPS = 0.86;
export const OTHER = 0;

/** Of scripts whose letters are all said one by one: elsewhere a letter less or other makes more of another word. */
const ALPHABETIC = /^[a-zа-яα-ω]/;
const HAN_OR_DIGIT = lazily(() => /[\p{sc=Han}\d]/u);

/**
 * How well a word agrees with that of a country, an organization or an alliance. Ireland and Iceland, Gambia and Zambia are a
 * letter apart, so a wrong letter is forgiven in long words only, and otherwise a vowel too many or too few, and a swap.
 */
export function agreementOfWords(one: string, other: string): number {
  const sure = sureAgreement(one, other);
  if (sure !== null) return sure;
  const shorter = Math.min(one.length, other.length);
  if (shorter < 5 || !ALPHABETIC.test(one) || editDistance(one, other, 1) > 1) return OTHER;
  if (one.length === other.length) return shorter >= 10 || isSwap(one, other) ? ONE_SLIP : OTHER;
  if (shorter >= 9 || (shorter >= 7 && isVowel(added(one, other)))) return ONE_SLIP;
  return `${one}s` === other || `${other}s` === one ? ONE_SLIP : OTHER;
}

/** How well a family name agrees with another: one letter may be wrong in six, two in nine. */
export function agreementOfFamilies(one: string, other: string): number {
  const sure = sureAgreement(one, other);
  if (sure !== null) return sure;
  const longer = Math.max(one.length, other.length);
  if (longer < 6) return OTHER;
  const most = Math.min(one.length, other.length) >= 9 ? 2 : 1;
  const edits = editDistance(one, other, most);
  if (edits === 1) return ONE_SLIP;
  if (edits === 2 && most === 2) return TWO_SLIPS;
  const [mine, theirs] = [sound(one), sound(other)];
  const isNear = mine.length >= 7 && mine.length === theirs.length && mine[0] === theirs[0];
  return isNear && editDistance(mine, theirs, 1) === 1 ? TWO_SLIPS : OTHER;
}

/** How well a given name agrees with another, which may be short for it. Mario is not Maria, nor Alexander Alexandra. */
export function agreementOfGivenNames(one: string, other: string): number {
  const sure = sureAgreement(one, other);
  if (sure !== null) return sure;
  const [shorter, longer] = one.length < other.length ? [one, other] : [other, one];
  if (shorter.length >= 3 && longer.length >= shorter.length + 2 && longer.startsWith(shorter)) return ONE_SLIP;
  const isLong = shorter.length >= 7 && one[0] === other[0] && one.at(-1) === other.at(-1);
  return isLong && editDistance(one, other, 1) === 1 ? ONE_SLIP : OTHER;
}

/** Null where the words neither are or sound the same nor cannot be likened. */
function sureAgreement(one: string, other: string): number | null {
  if (one === other) return SAME;
  if (Math.abs(one.length - other.length) > 4 || Math.max(one.length, other.length) < 5) return OTHER;
  // One sign of Chinese is a word, and so is a number.
  if (HAN_OR_DIGIT().test(one) || HAN_OR_DIGIT().test(other)) return OTHER;
  return Math.min(one.length, other.length) >= 4 && sound(one) === sound(other) ? SAME_SOUND : null;
}

function isSwap(one: string, other: string): boolean {
  let at = 0;
  while (one[at] === other[at]) at += 1;
  return one[at] === other[at + 1] && one[at + 1] === other[at] && one.slice(at + 2) === other.slice(at + 2);
}

/** The letter that the longer has and the other has not. */
function added(one: string, other: string): string {
  const [shorter, longer] = one.length < other.length ? [one, other] : [other, one];
  let at = 0;
  while (shorter[at] === longer[at]) at += 1;
  return longer[at]!;
}
