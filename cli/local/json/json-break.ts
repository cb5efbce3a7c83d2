/** The place from which a text is no JSON, whatever comes after it. Lines and columns begin with 1. */
export interface JsonBreak {
  line: number;
  column: number;
  /** What stands there, in words. */
  found: string;
}

/** The value of a JSON text, or where it breaks: V8 tells the place of some errors only. */
export function parsed(text: string): { json: unknown } | JsonBreak {
  const whole = tried(text);
  if ("json" in whole) return whole;
  const position = breakIn(text);
  const before = text.slice(0, position).split("\n");
  const found = position < text.length ? `${JSON.stringify(text[position])} cannot stand here` : "it ends too early";
  return { line: before.length, column: before.at(-1)!.length + 1, found };
}

/** The first character after which no ending makes it JSON. */
function breakIn(text: string): number {
  let [good, bad] = [0, text.length + 1];
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (mayGoOn(text.slice(0, middle))) good = middle;
    else bad = middle;
  }
  return good;
}

function mayGoOn(start: string): boolean {
  const result = tried(start);
  if ("json" in result || result.error.startsWith("Unexpected end")) return true;
  const position = /at position (\d+)/.exec(result.error)?.[1];
  return position !== undefined && Number(position) >= start.length;
}

function tried(text: string): { json: unknown } | { error: string } {
  try {
    return { json: JSON.parse(text) as unknown };
  } catch (error) {
    if (error instanceof SyntaxError) return { error: error.message };
    throw error;
  }
}
