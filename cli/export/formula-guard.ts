/**
 * What a spreadsheet takes for the beginning of a formula, also after what one or another of them drops: spaces, line ends, and
 * characters that nobody sees. And the apostrophe that keeps it from that.
 */
const BEGINS_FORMULA = /^(?:'|[\s\p{Cc}\p{Cf}]*[=+\-@\t\r\n＝＋－＠])/u;

/**
 * A text as it stands in a CSV cell: with an apostrophe before what a spreadsheet would run, and before an apostrophe,
 * so that whoever takes off the one that a cell begins with has the text again.
 */
export function guarded(text: string): string {
  return BEGINS_FORMULA.test(text) ? `'${text}` : text;
}

/** The text of a guarded cell. */
export function unguarded(cell: string): string {
  return cell.replace(/^'/, "");
}
