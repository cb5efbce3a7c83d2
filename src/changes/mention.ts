import type { ActorType } from "../domain/vocabulary.ts";
import type { Entries } from "./entry.ts";
import { type Place, within } from "./fault.ts";
import { type Noun, nounNames } from "./noun.ts";

/** A reference by name, and what it must be to make sense. */
export interface Mention {
  noun: Noun;
  name: string;
  place: Place;
  /** For an actor: the types that it may have. */
  types?: readonly ActorType[];
  /** The name of the entry itself, where it may not refer to itself. */
  self?: string;
}

/** All references in the entries, in document order noun by noun. */
export function mentionsIn(entries: Entries): Mention[] {
  const mentions: Mention[] = [];
  const mention = (noun: Noun, name: string | undefined, place: Place, rest: Pick<Mention, "types" | "self"> = {}) => {
    if (name !== undefined) mentions.push({ noun, name, place, ...rest });
  };

  for (const { name, value, place } of entries.actors) {
    mention("actors", value.country, within(place, "country"), { types: ["STATE"], self: name });
    mention("actors", value.parent, within(place, "parent"), { self: name });
  }
  for (const { value, place } of entries.articles) mention("actors", value.publisher, within(place, "publisher"));
  for (const { value, place } of entries.offices) {
    mention("actors", value.person, within(place, "person"), { types: ["PERSON"] });
    mention("actors", value.body, within(place, "body"), { types: ["STATE", "ORGANIZATION"] });
  }
  for (const { name, value, place } of entries.alliances) {
    mention("alliances", value.parent, within(place, "parent"), { self: name });
    mention("actors", value.organization, within(place, "organization"), { types: ["ORGANIZATION"] });
  }
  for (const { value, place } of [...entries.allianceStatuses, ...entries.memberships]) {
    mention("alliances", value.alliance, within(place, "alliance"));
  }
  for (const { value, place } of entries.memberships) mention("actors", value.actor, within(place, "actor"));
  for (const { name, value, place } of entries.events) {
    mention("alliances", value.alliance, within(place, "alliance"));
    mention("events", value.versionOf, within(place, "versionOf"), { self: name });
    value.participants.forEach(({ actor }, index) =>
      mention("actors", actor, within(place, "participants", index, "actor")),
    );
  }
  for (const { value, place } of entries.statements) {
    mention("actors", value.speaker, within(place, "speaker"));
    mention("offices", value.capacity, within(place, "capacity"));
    mention("actors", value.relayedBy, within(place, "relayedBy"));
    mention("events", value.event, within(place, "event"));
    mention("articles", value.article, within(place, "article"));
    value.targets.forEach(({ actor, alliance }, index) => {
      mention("actors", actor, within(place, "targets", index, "actor"));
      mention("alliances", alliance, within(place, "targets", index, "alliance"));
    });
  }
  for (const { citation, place } of citationsIn(entries))
    mention("articles", citation.article, within(place, "article"));
  return mentions;
}

/** All citations in the entries, each with its place. */
export function citationsIn(entries: Entries) {
  return nounNames.flatMap((noun) =>
    entries[noun].flatMap(({ value, place }) =>
      "citations" in value
        ? value.citations.map((citation, index) => ({ citation, place: within(place, "citations", index) }))
        : [],
    ),
  );
}
