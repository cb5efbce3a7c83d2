import { withoutIgnorable } from "../../src/domain/text/ignorable.ts";

/** A text of a source as a change set takes it: in NFC, without what nobody sees, without controls, on one line, and no longer than may be. */
export function fitted(text: string, longest: number): string {
  const clean = withoutIgnorable(text.toWellFormed().normalize("NFC"))
    // oxlint-disable-next-line no-control-regex
    .replace(/[\u0000-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069\s]+/g, " ")
    .trim();
  if (clean.length <= longest) return clean;
  const cut = clean
    .slice(0, longest - 1)
    .toWellFormed()
    .replace(/\uFFFD$/, "");
  return `${cut.replace(/\s+\S*$/, "")}…`;
}
