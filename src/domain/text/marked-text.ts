/** A stretch of a text, counted in Unicode characters. */
export interface TextRange {
  start: number;
  length: number;
}

/** Parts a text from the marks around some of its words; a mark without its other half is left out. */
export function readMarks(marked: string, [opening, closing]: readonly [string, string]) {
  const characters: string[] = [];
  const ranges: TextRange[] = [];
  let start: number | null = null;
  for (const character of marked) {
    if (character === opening) {
      start = characters.length;
    } else if (character === closing) {
      if (start !== null) ranges.push({ start, length: characters.length - start });
      start = null;
    } else {
      characters.push(character);
    }
  }
  return { text: characters.join(""), ranges };
}
