import * as v from "valibot";
import { mostParts } from "../../domain/list-bound.ts";
import { eventKinds, participantRoles, valuesOf } from "../../domain/vocabulary.ts";
import { citationsInput, rankInput } from "./citation.ts";
import { key, listOf, oneOf, partialDate, slug, text } from "./scalar.ts";

export const participantInput = v.pipe(
  v.strictObject({
    actor: slug("The slug of the actor that takes part"),
    role: oneOf(valuesOf(participantRoles), "What part it has"),
  }),
  v.description("An actor's part in an event"),
);

export const eventInput = v.pipe(
  v.strictObject({
    key: key("The fact's lasting name, such as kishida-london-2022"),
    kind: oneOf(valuesOf(eventKinds), "What sort of event it is"),
    title: text(300, "What happens, in words of our own"),
    date: partialDate(
      "When, in EDTF: a day, or the range from its first to its last day, or the month or year within which it lies",
    ),
    planned: v.optional(
      v.pipe(
        v.boolean(),
        v.description(
          "true where the sources tell of it as still to come, and none that it took place; false when left out",
        ),
      ),
    ),
    announcedOn: v.optional(
      partialDate("When it was known to be planned, in EDTF; left out where no source tells of the plan"),
    ),
    place: v.optional(text(200, "Where, such as London")),
    alliance: v.optional(slug("The slug of the alliance that the event is about")),
    versionOf: v.optional(key("The key of the event of which this is another source's version")),
    participants: v.pipe(
      v.optional(listOf(participantInput, mostParts.participants, "participants"), []),
      v.description("Who takes part"),
    ),
    rank: rankInput,
    citations: citationsInput,
  }),
  v.description("A visit, summit, signing, accession, founding, inauguration, announcement or exercise"),
);

export type EventInput = v.InferOutput<typeof eventInput>;
