import type { D1Client } from "../../drizzle/database.ts";
import type { ActorInput } from "../../src/changes/input/actor.ts";
import type { ActorQuery } from "./destination.ts";

type Row = Record<string, string | null> & { id: number };

/** The actors that are loaded, as a change set would say them. */
export async function readActors(d1: D1Client, query: ActorQuery): Promise<ActorInput[]> {
  const { condition, parameter } = conditionOf(query);
  const wanted = `(SELECT id FROM actors WHERE ${condition})`;
  const read = (sql: string) => d1.prepare(sql).bind(parameter);
  // In one batch, so that all of it is of one revision.
  const [actors = [], aliases = [], identifiers = []] = (
    await d1.batch<Row>([
      read(`SELECT actor.*, country.slug AS country, parent.slug AS parent FROM actors AS actor
        LEFT JOIN actors AS country ON country.id = actor.country_id LEFT JOIN actors AS parent ON parent.id = actor.parent_id
        WHERE actor.id IN ${wanted} ORDER BY actor.id`),
      read(`SELECT actor_id AS id, name, language, sort FROM aliases WHERE actor_id IN ${wanted} ORDER BY aliases.id`),
      read(`SELECT actor_id AS id, scheme, value FROM identifiers WHERE actor_id IN ${wanted} ORDER BY identifiers.id`),
    ])
  ).map(({ results }) => results);
  const aliasesOf = Map.groupBy(aliases, ({ id }) => id);
  const identifiersOf = Map.groupBy(identifiers, ({ id }) => id);
  return actors.map((row) => {
    const actor = {
      slug: row["slug"],
      type: row["type"],
      name: row["name"],
      description: row["description"],
      aliases: aliasesOf.get(row.id)?.map(({ name, language, sort }) => given({ name, language, sort })),
      country: row["country"],
      parent: row["parent"],
      isoAlpha2: row["iso_alpha2"],
      isoAlpha3: row["iso_alpha3"],
      organizationType: row["organization_type"],
      identifiers: identifiersOf.get(row.id)?.map(({ scheme, value }) => ({ scheme, value })),
    };
    return given(actor) as unknown as ActorInput;
  });
}

function conditionOf(query: ActorQuery): { condition: string; parameter: string } {
  if ("type" in query) return { condition: "type = ?1", parameter: query.type };
  if ("slugs" in query) {
    return { condition: "slug IN (SELECT value FROM json_each(?1))", parameter: JSON.stringify(query.slugs) };
  }
  const pairs = query.identifiers.map(({ scheme, value }) => [scheme, value]);
  return {
    condition: `id IN (SELECT identifiers.actor_id FROM json_each(?1) AS pair JOIN identifiers
      ON identifiers.scheme = json_extract(pair.value, '$[0]') AND identifiers.value = json_extract(pair.value, '$[1]'))`,
    parameter: JSON.stringify(pairs),
  };
}

/** Without what is null or not there. */
function given(value: object): object {
  return Object.fromEntries(Object.entries(value).filter(([, cell]) => cell != null));
}
