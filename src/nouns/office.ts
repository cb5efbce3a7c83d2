import * as v from "valibot";
import { offices as table } from "../../drizzle/tables/index.ts";
import { describe } from "./description.ts";
import { wordsOf } from "./key.ts";
import { citationsInput } from "./part/citation.ts";
import { attestationEntries, periodEntries, rankInput } from "./period.ts";
import { key, slug, text } from "./scalar.ts";

export const officeInput = v.pipe(
  v.strictObject({
    key: key("The fact's lasting name, such as kishida/prime-minister"),
    title: text(200, "The post, such as Prime Minister of Japan"),
    person: slug("The slug of the person who holds it"),
    body: slug("The slug of the state or organization that it is a post in"),
    ...periodEntries,
    ...attestationEntries,
    rank: rankInput,
    citations: citationsInput,
  }),
  v.description("A person's post in a state or organization over a period"),
);

export const offices = describe({
  table,
  input: officeInput,
  type: "Office",
  word: "office",
  list: "offices",
  listed: "Offices",
  added: { by: "addOffice", told: "Enters a person's post in a state or organization" },
  key: {
    parts: ["person", wordsOf("title", "office")],
    told: "the person's slug and the title, such as fumio-kishida/prime-minister-of-japan",
  },
  actorTypes: { person: ["PERSON"], body: ["STATE", "ORGANIZATION"] },
});
