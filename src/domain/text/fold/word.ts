/** A word of a text, folded, and where it stands there. */
export interface Word {
  text: string;
  /** In UTF-16 units of the text; the end is what follows it. */
  start: number;
  end: number;
  /** Whether it is one character, with its marks, of a script that puts no spaces between words. */
  isUnspaced: boolean;
  /** Whether nothing that counts stands between it and the word before. */
  isJoined: boolean;
}
