import type { ActorInput } from "../../src/nouns/actor.ts";
import { countryKey, type Country } from "./country.ts";
import { slugOf } from "./slug.ts";

/** An actor as a source knows it. */
export interface Sighting {
  type: ActorInput["type"];
  name: string;
  identifier?: { scheme: string; value: string };
  /** The country of ISO 3166-1 that it is, where it is one. */
  country?: Country | undefined;
  /** For one that is not there yet. */
  description?: string;
  organizationType?: ActorInput["organizationType"];
}

/** The slugs that sightings may get, so that those who have them can be read. */
export function slugsOf(sightings: readonly Sighting[]): string[] {
  return [...new Set(sightings.map(({ name, country }) => slugOf(country?.name ?? name)))];
}

/**
 * The actors of a destination beside those of a source. One that is there already is found by
 * identifier, ISO code, or name, keeps all it has, and gets the identifier, the code and the name
 * that it lacks; another is made.
 */
export class Register {
  readonly #actors = new Map<string, ActorInput>();
  readonly #byIdentifier = new Map<string, string>();
  readonly #byCode = new Map<string, string>();
  /** Null where several go by the name. */
  readonly #byName = new Map<string, string | null>();

  constructor(known: readonly ActorInput[]) {
    for (const actor of known) this.#add(actor);
  }

  /** The actor of a sighting, with all there is of it. */
  enlist(sighting: Sighting): ActorInput {
    const slug = this.#find(sighting);
    const known = slug === undefined ? undefined : this.#actors.get(slug);
    const actor = known === undefined ? this.#made(sighting) : enriched(known, sighting);
    if (actor !== known) this.#add(actor);
    return actor;
  }

  #find({ type, name, identifier, country }: Sighting): string | undefined {
    const found =
      (identifier && this.#byIdentifier.get(identifierKey(identifier))) ??
      (country && this.#byCode.get(country.isoAlpha3));
    if (found !== undefined) return found;
    const names = country === undefined ? [name] : [country.name, ...country.otherNames, name];
    for (const one of names) {
      const named = this.#byName.get(`${type} ${countryKey(one)}`);
      if (named != null && this.#mayBe(named, country)) return named;
    }
    return undefined;
  }

  /** Whether an actor found by name is no other country. */
  #mayBe(slug: string, country: Country | undefined): boolean {
    const code = this.#actors.get(slug)?.isoAlpha3;
    return code === undefined || country === undefined || code === country.isoAlpha3;
  }

  #made({ type, name, identifier, country, description, organizationType }: Sighting): ActorInput {
    const shown = country?.name ?? name;
    const base = slugOf(shown) || "actor";
    let slug = base;
    for (let number = 2; this.#actors.has(slug); number += 1) slug = `${base}-${number}`;
    return {
      slug,
      type,
      name: shown,
      ...(description !== undefined && { description }),
      ...(shown !== name && { aliases: [{ name, language: "en", sort: "VARIANT" as const }] }),
      ...(country && { isoAlpha2: country.isoAlpha2, isoAlpha3: country.isoAlpha3 }),
      ...(organizationType !== undefined && { organizationType }),
      ...(identifier && { identifiers: [identifier] }),
    };
  }

  #add(actor: ActorInput): void {
    const { slug, type, name, aliases = [], isoAlpha3, identifiers = [] } = actor;
    this.#actors.set(slug, actor);
    if (isoAlpha3 !== undefined) this.#byCode.set(isoAlpha3, slug);
    for (const identifier of identifiers) this.#byIdentifier.set(identifierKey(identifier), slug);
    const names = [name, ...aliases.filter(({ sort }) => sort !== "DEMONYM").map(({ name }) => name)];
    for (const one of names) {
      const key = `${type} ${countryKey(one)}`;
      this.#byName.set(key, (this.#byName.get(key) ?? slug) === slug ? slug : null);
    }
  }
}

function identifierKey({ scheme, value }: { scheme: string; value: string }): string {
  return `${scheme} ${value}`;
}

function enriched(actor: ActorInput, { name, identifier, country }: Sighting): ActorInput {
  const { aliases = [], identifiers = [] } = actor;
  const names = new Set([actor.name, ...aliases.map(({ name }) => name)].map(countryKey));
  const gains = {
    ...(!names.has(countryKey(name)) && { aliases: [...aliases, { name, language: "en", sort: "VARIANT" as const }] }),
    ...(identifier &&
      !identifiers.some((one) => identifierKey(one) === identifierKey(identifier)) && {
        identifiers: [...identifiers, identifier],
      }),
    ...(actor.isoAlpha3 === undefined &&
      actor.isoAlpha2 === undefined &&
      actor.type === "STATE" &&
      country && { isoAlpha2: country.isoAlpha2, isoAlpha3: country.isoAlpha3 }),
  };
  return Object.keys(gains).length === 0 ? actor : { ...actor, ...gains };
}
