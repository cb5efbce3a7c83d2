/** A JSON file as it is read: its text, and what that says. */
export interface JsonFile {
  file: string;
  text: string;
  json: unknown;
}

/** The line on which the value at a JSON pointer begins, in a text that is JSON; the last line found on the way where there is none. */
export function lineOf(text: string, pointer: string): number {
  let position = skipSpace(text, 0);
  for (const step of pointer.split("/").slice(1)) {
    const next = childAt(text, position, step.replaceAll("~1", "/").replaceAll("~0", "~"));
    if (next === null) break;
    position = next;
  }
  let line = 1;
  for (let at = text.indexOf("\n"); at !== -1 && at < position; at = text.indexOf("\n", at + 1)) line += 1;
  return line;
}

/** Where a member of the object or list that begins at a position begins. */
function childAt(text: string, start: number, step: string): number | null {
  const isObject = text[start] === "{";
  if (!isObject && text[start] !== "[") return null;
  let at = skipSpace(text, start + 1);
  for (let index = 0; text[at] !== "}" && text[at] !== "]" && at < text.length; index += 1) {
    let name = String(index);
    if (isObject) {
      const end = skipValue(text, at);
      name = JSON.parse(text.slice(at, end)) as string;
      at = skipSpace(text, skipSpace(text, end) + 1);
    }
    if (name === step) return at;
    at = skipSpace(text, skipValue(text, at));
    if (text[at] === ",") at = skipSpace(text, at + 1);
  }
  return null;
}

/** The position after the value that begins at one. */
function skipValue(text: string, start: number): number {
  let depth = 0;
  const token = /"(?:[^"\\]|\\.)*"|[{}[\]]|[^\s,:"{}[\]]+/gs;
  token.lastIndex = start;
  for (let match = token.exec(text); match !== null; match = token.exec(text)) {
    if (match[0] === "{" || match[0] === "[") depth += 1;
    else if (match[0] === "}" || match[0] === "]") depth -= 1;
    if (depth <= 0) return token.lastIndex;
  }
  return text.length;
}

function skipSpace(text: string, start: number): number {
  let at = start;
  while (/\s/.test(text[at] ?? "")) at += 1;
  return at;
}
