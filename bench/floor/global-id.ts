import { typeOfActor } from "./plan.ts";

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
/** `1:Organization:` and a number of twelve digits have 28. */
const LONGEST = 30;

/** SQL of the base64url of a column of ASCII text, which is shorter than LONGEST. */
function base64Of(text: string): string {
  const byte = (place: number) => `coalesce(unicode(substr(${text}, ${place}, 1)), 0)`;
  const letter = (value: string) => `substr('${ALPHABET}', 1 + (${value}), 1)`;
  const groups: string[] = [];
  for (let first = 1; first < LONGEST; first += 3) {
    const [a, b, c] = [byte(first), byte(first + 1), byte(first + 2)];
    groups.push(
      `iif(length(${text}) < ${first}, '', ${letter(`${a} >> 2`)} || ${letter(`((${a} & 3) << 4) | (${b} >> 4)`)} || ${letter(`((${b} & 15) << 2) | (${c} >> 6)`)} || ${letter(`${c} & 63`)})`,
    );
  }
  return `substr(${groups.join(" || ")}, 1, (length(${text}) * 4 + 2) / 3)`;
}

/** SQL of the global id of a row of a type. SQLite has no base64 of its own. */
export function globalId(type: string, id: string): string {
  return `(select ${base64Of("plain")} from (select '1:' || ${type} || ':' || ${id} as plain))`;
}

export const idOfActor = (row: string) => globalId(`(${typeOfActor(row)})`, `${row}.id`);

/** The type and row of a global id. */
export function readId(id: string): { type: string; key: number } {
  const [, type, key] = atob(id.replaceAll("-", "+").replaceAll("_", "/")).split(":");
  return { type: type!, key: Number(key) };
}
