import { getTableName } from "drizzle-orm";
import type { D1Client } from "../../../drizzle/client/d1-client.ts";
import { historyOf } from "../../../drizzle/history/live-table.ts";
import type { NounDescription } from "../../nouns/description.ts";
import { type Noun, nouns } from "../../nouns/index.ts";
import { keyBy, textsIn } from "../../nouns/key.ts";
import { nameOf } from "./reading.ts";

const LONGEST = 180;

/** A key for a new fact: what it is made up of, with a number where a fact has or had that already. */
export async function freeKey(
  d1: D1Client,
  noun: Noun,
  json: Readonly<Record<string, unknown>>,
): Promise<string | null> {
  const wanted = wantedKey(noun, json)
    ?.slice(0, LONGEST)
    .replace(/[-./_]+$/, "");
  if (wanted === undefined) return null;
  // What begins with it and a hyphen lies between it and the same with a dot, the next character.
  const { results } = await d1
    .prepare(
      `SELECT DISTINCT key FROM ${historyOf(getTableName(nouns[noun].table))} WHERE key >= ?1 AND key < ?1 || '.'`,
    )
    .bind(wanted)
    .all<{ key: string }>();
  const taken = new Set(results.map(({ key }) => key));
  if (!taken.has(wanted)) return wanted;
  let number = 2;
  while (taken.has(`${wanted}-${number}`)) number += 1;
  return `${wanted}-${number}`;
}

function wantedKey(noun: Noun, json: Readonly<Record<string, unknown>>): string | undefined {
  const { key }: NounDescription = nouns[noun];
  return (key === undefined ? nameOf(noun, json) : keyBy(key, textsIn(json))) ?? undefined;
}
