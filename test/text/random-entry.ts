import fc from "fast-check";
import { withoutIgnorable } from "../../src/domain/text/ignorable.ts";

/** What texts and queries are put together of: few pieces of each script, so that many of them meet. */
const PIECES = [
  ..."anto19 NA’-.·,",
  ..."éøßİłﬁ２½",
  "nato",
  "pact",
  "U.K.",
  ..."Σσй",
  ..."ىيـ",
  ..."न्िप",
  ..."日本国々・、ー",
  ..."日本、",
  "日-本",
  ..."がカﾊﾟ",
  ..."ทํ้ำา",
  ..."한국",
  "\u00ad",
  "\u200b",
  "🙂",
  " ",
  " ",
  " ",
];

const pieces = (maxLength: number) => fc.string({ unit: fc.constantFrom(...PIECES), minLength: 1, maxLength });

/** As change sets take a text, and keep it. */
const entered = (maxLength: number) =>
  pieces(maxLength).map((text) => {
    const trimmed = withoutIgnorable(text.normalize("NFC")).trim().normalize("NFC");
    return trimmed === "" ? "x" : trimmed;
  });

/** The texts of an entry. */
export interface RandomEntry {
  name: string;
  aliases: string[];
  text: string | null;
}

export const randomEntry: fc.Arbitrary<RandomEntry> = fc.record({
  name: entered(6),
  aliases: fc.uniqueArray(entered(5), { maxLength: 3 }),
  text: fc.option(entered(14)),
});

/** What somebody types: any pieces, or a stretch of some text that there is, with its signs or without them. */
export function randomQuery(entries: readonly RandomEntry[]): fc.Arbitrary<string> {
  const texts = entries.flatMap(({ name, aliases, text }) => [name, ...aliases, text ?? name]);
  const stretch = fc
    .tuple(fc.constantFrom(...texts), fc.nat(12), fc.integer({ min: 1, max: 6 }))
    .map(([text, from, length]) => [...text].slice(from % text.length, (from % text.length) + length).join(""));
  return fc.oneof(
    stretch,
    stretch.map((text) => text.replaceAll(/[-.,、·・’]/g, "")),
    pieces(3),
    fc.tuple(stretch, fc.constantFrom(" ", "-", ""), stretch).map((all) => all.join("")),
  );
}
