import type { ActorInput } from "../../../src/nouns/actor.ts";
import { Apart } from "../apart.ts";
import type { ActorQuery } from "../destination/destination.ts";
import type { Origin, Read } from "../file/piece.ts";
import { fitted } from "../fitted.ts";
import { referredFirst } from "../referred-first.ts";
import { slugOf } from "../slug.ts";
import { popoloActor, popoloIdentifiers } from "./popolo-actor.ts";
import { PopoloData, type PopoloParty } from "./popolo-data.ts";
import { PopoloOffices } from "./popolo-office.ts";

/** The queries for the actors of Popolo data that are there already: by slug, and by identifier. */
export function popoloQueries({ parties }: PopoloData): ActorQuery[] {
  return [
    { slugs: parties.map(({ agent }) => slugOf(agent.name)).filter((slug) => slug !== "") },
    { identifiers: parties.flatMap(({ agent, scheme }) => popoloIdentifiers(agent, scheme)) },
  ];
}

/** Persons and organizations as actors, beside those that are loaded, and who had which post, or part, in what as offices. */
export function* readPopolo(data: PopoloData, loaded: readonly ActorInput[]): Generator<Read> {
  const enlisted = enlist(data, loaded);
  for (const [scheme, file] of data.files) {
    const json = {
      slug: `${scheme}-data`,
      title: `Popolo data: ${fitted(file, 200)}`,
      titleIsDescription: true,
      language: "en",
    };
    yield { list: "articles", json, origin: { file, line: 1 } };
  }
  for (const { json, origin } of enlisted.actors.values()) yield { list: "actors", json, origin };
  const offices = new PopoloOffices(data, (party) => enlisted.slugs.get(party) ?? "");
  for (const membership of data.memberships) yield offices.read(membership);
}

/** The slugs that are not asked for at first: of namesakes, numbered. */
export function numberedSlugs(reads: readonly Read[]): string[] {
  return reads.flatMap((read) => {
    if ("reason" in read || read.list !== "actors") return [];
    const { slug } = read.json as ActorInput;
    return /-\d+$/.test(slug) ? [slug] : [];
  });
}

interface Enlisted {
  /** By slug, each once, with all that the files say of it. */
  actors: Map<string, { json: ActorInput; origin: Origin }>;
  slugs: Map<PopoloParty, string>;
}

function enlist(data: PopoloData, loaded: readonly ActorInput[]): Enlisted {
  const result: Enlisted = { actors: new Map(), slugs: new Map() };
  const slugs = new Apart(loaded.map(({ slug }) => slug));
  const identified = new Map<string, { actor: ActorInput; file: string | null }>();
  const identify = (actor: ActorInput, file: string | null) => {
    for (const { scheme, value } of actor.identifiers ?? []) {
      const key = `${scheme} ${value}`;
      if (!identified.has(key) || file === null) identified.set(key, { actor, file });
    }
  };
  for (const actor of loaded) identify(actor, null);
  for (const party of parentsFirst(data)) {
    const { agent, type, scheme, origin } = party;
    // Two of one file are not one, whatever they share.
    const found = popoloIdentifiers(agent, scheme)
      .map(({ scheme, value }) => identified.get(`${scheme} ${value}`))
      .find((one) => one?.actor.type === type && one.file !== origin.file)?.actor;
    const known = found && (result.actors.get(found.slug)?.json ?? found);
    const actor = popoloActor(agent, type, scheme, known, (base) => slugs.name(base, "-"));
    const parent = data.parentOf(party);
    const slug = parent && result.slugs.get(parent);
    const json = slug === undefined || actor.parent !== undefined ? actor : { ...actor, parent: slug };
    result.slugs.set(party, actor.slug);
    result.actors.set(actor.slug, { json, origin });
    identify(json, origin.file);
  }
  return result;
}

function parentsFirst(data: PopoloData): PopoloParty[] {
  const organizations = data.parties.filter(({ type }) => type === "ORGANIZATION");
  const persons = data.parties.filter(({ type }) => type === "PERSON");
  return [...referredFirst(organizations, (party) => [data.parentOf(party)]), ...persons];
}
