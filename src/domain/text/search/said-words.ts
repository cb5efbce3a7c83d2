import { wordsOf } from "../fold/words.ts";

/** Whether a text has the words of a quotation, in their order: then it is found by them. */
export function saysWords(text: string, quotation: string): boolean {
  return text === quotation || folded(text).includes(folded(quotation));
}

function folded(text: string): string {
  return ` ${wordsOf(text)
    .map((word) => word.text)
    .join(" ")} `;
}
