import type { CodeBlock } from "./code-block.ts";

/** The pages whose commands are run one after the other, each page in a folder of its own with the data set loaded. */
export const SESSION_PAGES = ["docs/backup.md", "docs/export.md", "docs/trusted-documents.md"];

/** Whether session.long.node.test.ts runs a block: commands of npm or of the shell, with what they print. */
export function isSession({ page, text }: CodeBlock): boolean {
  return SESSION_PAGES.includes(page) && /^\$ (?!curl )/m.test(text);
}

/** What a command prints, but for what is never the same: time, and the size of a packed file. */
export function steady(text: string): string {
  return text
    .replaceAll(/[\d.]+ s, [\d,]+ rows a second/g, "N s, N rows a second")
    .replaceAll(/(\.gz: .*), [\d,]+ bytes/g, "$1, N bytes")
    .trim();
}
