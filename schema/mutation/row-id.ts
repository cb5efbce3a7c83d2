import { sql } from "drizzle-orm";
import { type Noun, nouns, type RowKey } from "../../src/nouns/index.ts";
import type { ActorType } from "../../src/domain/vocabulary.ts";
import type { Context } from "../context.ts";
import { readGlobalId, writeGlobalId } from "../node/global-id.ts";
import { actorTypeNames, nounsOfTypes } from "../node/reference.ts";

/** The row that an id names; null for what is no id of one. */
export function rowOfId(id: string): RowKey | null {
  const parsed = readGlobalId(id);
  const noun = parsed === null ? undefined : nounsOfTypes.get(parsed.type);
  const key = Number(parsed?.key);
  return noun === undefined || !Number.isSafeInteger(key) ? null : { noun, id: key };
}

/** The ids of rows, in their order; those of actors, whose type is in the row, take a statement. */
export async function idsOfRows(rows: readonly RowKey[], { database }: Context): Promise<string[]> {
  const actors = rows.filter(({ noun }) => noun === "actors").map(({ id }) => id);
  const types = new Map<number, ActorType>();
  if (actors.length > 0) {
    const found = await database.all<{ id: number; type: ActorType }>(
      sql`select id, type from actors_history where id in (select value from json_each(${JSON.stringify(actors)})) order by from_revision`,
    );
    for (const { id, type } of found) types.set(id, type);
  }
  return rows.map(({ noun, id }) => writeGlobalId(typeOf(noun, types.get(id)), id));
}

function typeOf(noun: Noun, actorType: ActorType | undefined): string {
  return noun === "actors" ? actorTypeNames[actorType ?? "ORGANIZATION"] : nouns[noun].type;
}
