/** Code points from one to another, both included. Ranges are spelled out: to make sense of \p{Script=…} takes V8 milliseconds. */
export type Range = readonly [from: number, to: number];

export function isIn(point: number, ranges: readonly Range[]): boolean {
  return ranges.some(([from, to]) => from <= point && point <= to);
}

/** Where names are written with and without a space or a dot between their parts: Han, kana, Bopomofo and Hangul. */
export const SPACE_FREE: readonly Range[] = [
  [0x1100, 0x11ff],
  [0x2e80, 0x2fdf],
  [0x3005, 0x3007],
  [0x3021, 0x31ff],
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
  [0xa960, 0xa97f],
  [0xac00, 0xd7ff],
  [0xf900, 0xfaff],
  [0x1aff0, 0x1b16f],
  [0x20000, 0x3ffff],
];

/**
 * Where words have no spaces between them: those, and Thai, Lao, Burmese, Khmer, Yi and Tai. Korean has spaces, and puts
 * particles and other nouns right beside a noun.
 */
export const UNSPACED: readonly Range[] = [
  ...SPACE_FREE,
  [0x0e00, 0x0eff],
  [0x1000, 0x109f],
  [0x1780, 0x17ff],
  [0x1950, 0x19df],
  [0x1a20, 0x1aaf],
  [0xa000, 0xa4cf],
  [0xa9e0, 0xa9ff],
  [0xaa60, 0xaa7f],
];

/** Whether some of a text is of a script without spaces. */
export function hasUnspaced(text: string): boolean {
  return Array.from(text).some((character) => isIn(character.codePointAt(0)!, UNSPACED));
}

export const HEBREW: readonly Range[] = [[0x0590, 0x05ff]];

/**
 * Where marks lie that do not count: accents of Latin, Greek and Cyrillic, points of Hebrew, vowels and Koranic signs of Arabic and
 * Syriac with hamzas and maddas, nuktas of India's scripts. All other marks are vowels or voicing, and make other words.
 */
export const ACCENTS: readonly Range[] = [
  [0x0300, 0x036f],
  [0x0483, 0x0489],
  [0x0591, 0x05c7],
  [0x0610, 0x061a],
  [0x064b, 0x065f],
  [0x0670, 0x0670],
  [0x06d6, 0x06ed],
  [0x0711, 0x0711],
  [0x0730, 0x074a],
  [0x08ca, 0x08ff],
  ...[0x093c, 0x09bc, 0x0a3c, 0x0abc, 0x0b3c, 0x0c3c, 0x0cbc].map((nukta): Range => [nukta, nukta]),
  [0x1ab0, 0x1aff],
  [0x1dc0, 0x1dff],
  [0x20d0, 0x20ff],
  [0x2de0, 0x2dff],
  [0xfe20, 0xfe2f],
];

/**
 * What has no sound: soft hyphens, joiners, marks of direction, variation selectors (Unicode's Default_Ignorable_Code_Point), and the
 * marks of stress and of questions that Armenian has within words.
 */
export const SILENT: readonly Range[] = [
  [0x00ad, 0x00ad],
  [0x034f, 0x034f],
  [0x055b, 0x055e],
  [0x061c, 0x061c],
  [0x115f, 0x1160],
  [0x17b4, 0x17b5],
  [0x180b, 0x180f],
  [0x200b, 0x200f],
  [0x202a, 0x202e],
  [0x2060, 0x206f],
  [0x3164, 0x3164],
  [0xfe00, 0xfe0f],
  [0xfeff, 0xfeff],
  [0xffa0, 0xffa0],
  [0xfff0, 0xfff8],
  [0x1bca0, 0x1bca3],
  [0x1d173, 0x1d17a],
  [0xe0000, 0xe0fff],
];
