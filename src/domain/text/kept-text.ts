import { withoutIgnorable } from "./ignorable.ts";

/**
 * A text as it is kept: line ends as line feeds, in Unicode NFC, and without what nobody sees. PDFs and web pages write one text in
 * several ways, which are all taken: docs/decisions/0033-kept-text.md.
 */
export function keptText(text: string): string {
  return withoutIgnorable(text.replace(/\r\n|[\v\f\r\u0085\u2028\u2029]/g, "\n").normalize("NFC"));
}
