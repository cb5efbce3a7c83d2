const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
/** Ids have nine digits at most. */
const LONGEST = 12;

/** SQL of the base64url of a short ASCII text. */
function base64Of(text: string): string {
  const byte = (place: number) => `coalesce(unicode(substr(${text}, ${place}, 1)), 0)`;
  const letter = (value: string) => `substr('${ALPHABET}', 1 + (${value}), 1)`;
  const groups: string[] = [];
  for (let first = 1; first < LONGEST; first += 3) {
    const [a, b, c] = [byte(first), byte(first + 1), byte(first + 2)];
    const letters = [`${a} >> 2`, `((${a} & 3) << 4) | (${b} >> 4)`, `((${b} & 15) << 2) | (${c} >> 6)`, `${c} & 63`];
    groups.push(`iif(length(${text}) < ${first}, '', ${letters.map(letter).join(" || ")})`);
  }
  return `substr(${groups.join(" || ")}, 1, (length(${text}) * 4 + 2) / 3)`;
}

/** SQL of the global id of a row of a type. SQLite has no base64 of its own; what all ids of the type begin with is known. */
export function globalId(type: string, id: string): string {
  const { start, rest } = partsOf(type);
  return `'${start}' || ${base64Of(`('${rest}' || ${id})`)}`;
}

/** What all ids of a type begin with, in base64, and what is left of it, which is not. */
function partsOf(type: string): { start: string; rest: string } {
  const plain = `1:${type}:`;
  const whole = plain.length - (plain.length % 3);
  return { start: btoa(plain.slice(0, whole)), rest: plain.slice(whole) };
}

/** The type and row of a global id. */
export function readId(id: string): { type: string; key: number } {
  const [, type, key] = atob(id.replaceAll("-", "+").replaceAll("_", "/")).split(":");
  return { type: type!, key: Number(key) };
}
