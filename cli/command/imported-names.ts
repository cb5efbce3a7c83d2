import type { D1Client } from "../../drizzle/client/d1-client.ts";
import type { ChangesetDocument } from "../../src/changes/read/draft.ts";
import type { ActorInput } from "../../src/nouns/actor.ts";
import { readActors } from "../import/read-actors.ts";

/**
 * The documents with the aliases, identifiers and ISO codes that their actors have been given besides, by an import
 * above all: a change set says all there is of an actor, so loading the documents alone would take them away.
 */
export async function withImportedNames(
  d1: D1Client,
  documents: readonly ChangesetDocument[],
): Promise<ChangesetDocument[]> {
  const slugs = documents.flatMap(({ json }) => actorsIn(json).flatMap(({ slug }) => slug ?? []));
  const loaded = new Map((await readActors(d1, { slugs })).map((actor) => [actor.slug, actor]));
  return documents.map(({ file, json }) => {
    const actors = actorsIn(json).map((actor) => {
      const known = actor.slug === undefined ? undefined : loaded.get(actor.slug);
      return known === undefined ? actor : union(actor, known);
    });
    return { file, json: actors.length === 0 ? json : { ...Object(json), actors } };
  });
}

function union(actor: Partial<ActorInput>, known: ActorInput): Partial<ActorInput> {
  const { isoAlpha2, isoAlpha3, aliases = [], identifiers = [] } = actor;
  const names = new Set(aliases.map(({ name }) => name));
  const ids = new Set(identifiers.map(identifierKey));
  const all = {
    isoAlpha2: isoAlpha2 ?? known.isoAlpha2,
    isoAlpha3: isoAlpha3 ?? known.isoAlpha3,
    aliases: [...aliases, ...(known.aliases ?? []).filter(({ name }) => !names.has(name))],
    identifiers: [...identifiers, ...(known.identifiers ?? []).filter((one) => !ids.has(identifierKey(one)))],
  };
  const said = Object.entries(all).filter(([, value]) => value !== undefined && value.length > 0);
  return { ...actor, ...Object.fromEntries(said) };
}

function identifierKey({ scheme, value }: { scheme: string; value: string }): string {
  return `${scheme} ${value}`;
}

function actorsIn(json: unknown): Partial<ActorInput>[] {
  const actors: unknown = Reflect.get(Object(json), "actors");
  return Array.isArray(actors) ? (actors as Partial<ActorInput>[]) : [];
}
