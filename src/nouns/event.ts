import * as v from "valibot";
import { events as table } from "../../drizzle/tables/index.ts";
import { mostParts } from "../domain/list-bound.ts";
import { parsePartialDate } from "../domain/time/partial-date.ts";
import { periodOfEvent } from "../domain/time/period.ts";
import { eventKinds, valuesOf } from "../domain/vocabulary.ts";
import { describe } from "./description.ts";
import { wordsOf } from "./key.ts";
import { citationsInput } from "./part/citation.ts";
import { participantInput } from "./part/participant.ts";
import { rankInput } from "./period.ts";
import { key, listOf, oneOf, partialDate, slug, text } from "./scalar.ts";

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

export const events = describe({
  table,
  input: eventInput,
  type: "Event",
  word: "event",
  list: "events",
  listed: "Events",
  added: { by: "addEvent", told: "Enters an event with its participants" },
  key: { parts: [wordsOf("title", "event")], told: "its title, such as japan-and-australia-sign" },
  period: ({ date }) => periodOfEvent(parsePartialDate(String(date))),
});
