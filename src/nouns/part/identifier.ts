import * as v from "valibot";
import { slug, text } from "../scalar.ts";

export const identifierInput = v.pipe(
  v.strictObject({
    scheme: slug("The register, such as wikidata"),
    value: text(200, "The identifier there, such as Q17"),
  }),
  v.description("What another register calls the same actor"),
);
