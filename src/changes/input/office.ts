import * as v from "valibot";
import { citationsInput, periodEntries, rankInput } from "./citation.ts";
import { key, slug, text } from "./scalar.ts";

export const officeInput = v.pipe(
  v.strictObject({
    key: key("The fact's lasting name, such as kishida/prime-minister"),
    title: text(200, "The post, such as Prime Minister of Japan"),
    person: slug("The slug of the person who holds it"),
    body: slug("The slug of the state or organization that it is a post in"),
    ...periodEntries,
    rank: rankInput,
    citations: citationsInput,
  }),
  v.description("A person's post in a state or organization over a period"),
);

export type OfficeInput = v.InferOutput<typeof officeInput>;
