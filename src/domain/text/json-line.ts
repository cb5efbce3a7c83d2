/** What JSON may have within its texts, and what many a reader of lines takes for the end of one. */
const LINE_ENDS = /[\u0085\u2028\u2029]/g;

/** A value as a line of NDJSON, which is one line to every reader. */
export function jsonLine(value: unknown): string {
  const escaped = (end: string) => `\\u${end.charCodeAt(0).toString(16).padStart(4, "0")}`;
  return `${JSON.stringify(value).replace(LINE_ENDS, escaped)}\n`;
}
