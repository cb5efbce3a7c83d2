/** A stretch of a text, counted in Unicode characters. */
export interface TextRange {
  start: number;
  length: number;
}

/** The stretch between two places that are counted in UTF-16 units. */
export function textRange(text: string, start: number, end: number): TextRange {
  return { start: countCharacters(text.slice(0, start)), length: countCharacters(text.slice(start, end)) };
}

export function countCharacters(text: string): number {
  return /[\ud800-\udfff]/.test(text) ? Array.from(text).length : text.length;
}
