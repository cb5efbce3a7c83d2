import { readFileSync } from "node:fs";

/** The help text of a command: the comment that its file begins with, as plain text. */
export function usageOf(file: string): string {
  const [, comment = ""] = /^\/\*\*(.*?)\*\//s.exec(readFileSync(file, "utf8")) ?? [];
  return comment
    .replace(/^ *\* ?/gm, "")
    .replaceAll("`", "")
    .replace(/\s+/g, " ")
    .trim();
}

/** Whether a command was asked for help, which it has got then: `if (isHelped(import.meta.filename)) …`. */
export function isHelped(file: string, argv: readonly string[] = process.argv.slice(2)): boolean {
  if (!argv.some((one) => one === "--help" || one === "-h")) return false;
  console.log(usageOf(file));
  return true;
}
