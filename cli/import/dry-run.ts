import { type Applied, applyChangeset, type Refused } from "../../src/changes/apply.ts";
import type { D1Client } from "../../drizzle/database.ts";
import type { Changeset } from "./batch.ts";
import type { Destination } from "./destination.ts";
import { readActors } from "./read-actors.ts";

/**
 * A D1 database that is only looked at. Nothing of one batch is there for the next, so that the
 * actors and articles of earlier ones, which the later refer to, are checked along with each.
 */
export function dryDestination(d1: D1Client): Destination {
  const ground: Required<Pick<Changeset, "actors" | "articles">> = { actors: [], articles: [] };
  let before: Applied | null = null;

  async function apply(json: Changeset, reason: string): Promise<Applied | Refused> {
    const documents = [
      { file: "before", json: ground },
      { file: "", json },
    ];
    const result = await applyChangeset(d1, documents, { author: "", reason, now: "", dryRun: true });
    if (result.outcome === "refused") return result;
    ground.actors.push(...(json.actors ?? []));
    ground.articles.push(...(json.articles ?? []));
    const counts = before;
    before = result;
    return counts === null ? result : withoutGround(result, counts);
  }

  return { actors: (query) => readActors(d1, query), apply };
}

/** What is new in a result that counts the actors and articles of the one before once more. */
function withoutGround(result: Applied, before: Applied): Applied {
  const rest = (count: "added" | "changed" | "unchanged") => ({
    ...result[count],
    actors: result[count].actors - before[count].actors,
    articles: result[count].articles - before[count].articles,
  });
  return { ...result, added: rest("added"), changed: rest("changed"), unchanged: rest("unchanged") };
}
