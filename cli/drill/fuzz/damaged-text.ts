import type { Draw } from "../../../test/random/draw.ts";
import { hostileTexts } from "./hostile-text.ts";

const TOKEN = /"(?:[^"\\\n]|\\.)*"|[\w$@]+|\.\.\.|\S/g;
const STRAY = ["{", "}", "(", ")", "[", "]", "!", "$", "@", "...", ":", "=", "|", "&", '"', '"""', "#", "query", "on"];
const ODD = [
  "fragment",
  "mutation",
  "subscription",
  "__typename",
  "__schema",
  "null",
  "-",
  "1e400",
  "\u0000",
  "日",
  "😀",
];

/** A document some of whose tokens are dropped, doubled, swapped or others, or which ends too early. */
export function damagedDocument({ integer, oneOf, several, chance }: Draw, document: string): string {
  const tokens = document.match(TOKEN) ?? [];
  const place = () => integer(0, tokens.length);
  const edits = [
    () => tokens.splice(place(), integer(1, 3)),
    () => tokens.splice(place(), 0, tokens[place()] ?? "{"),
    () => tokens.splice(place(), 1, tokens[place()] ?? "}"),
    () => tokens.splice(place(), 0, oneOf([...STRAY, ...ODD])),
    () => tokens.splice(place(), 1, chance(50) ? JSON.stringify(oneOf(hostileTexts)) : oneOf(STRAY)),
    () => tokens.splice(place()),
    () => tokens.splice(place(), 0, ...tokens.slice(place()).slice(0, integer(1, 60))),
    () => tokens.splice(place(), 0, ...Array.from({ length: integer(1, 1200) }, () => oneOf(["{", "(", "[", "a"]))),
  ];
  several(1, 4, () => (chance(12) ? oneOf(edits) : oneOf(edits.slice(0, 6)))());
  return tokens.join(" ");
}

/** A text of which some bytes are dropped, doubled or others, or which ends too early. */
export function damagedBytes({ integer, oneOf, several }: Draw, text: string): Buffer {
  const bytes = [...Buffer.from(text)];
  const place = () => integer(0, bytes.length);
  const edits = [
    () => bytes.splice(place()),
    () => bytes.splice(place(), integer(1, 5)),
    () => bytes.splice(place(), 1, integer(0, 255)),
    () => bytes.splice(place(), 0, integer(128, 255)),
    () => bytes.splice(place(), 0, ...Buffer.from(oneOf(hostileTexts))),
    () => bytes.splice(place(), 0, ...bytes.slice(place()).slice(0, 100)),
  ];
  several(1, 3, () => oneOf(edits)());
  return Buffer.from(bytes);
}
