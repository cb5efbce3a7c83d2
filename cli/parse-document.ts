import type { Fault } from "../src/changes/fault.ts";
import type { ChangesetDocument } from "../src/changes/read-documents.ts";

/** The JSON of a file, or the fault that says where it breaks. */
export function parseDocument(file: string, text: string): ChangesetDocument | Fault {
  try {
    return { file, json: JSON.parse(text) };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const position = Number(/at position (\d+)/.exec(error.message)?.[1] ?? text.length);
    const before = text.slice(0, position).split("\n");
    const reason = error.message.replace(/ in JSON at position.*| \(line .*/s, "");
    return {
      file,
      path: "",
      message: `line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}: no JSON: ${reason}`,
    };
  }
}
