import type { D1Client } from "../../../drizzle/client/d1-client.ts";
import { applyChangeset, total } from "../../../src/changes/apply.ts";
import type { Destination } from "./destination.ts";
import { readActors } from "../read-actors.ts";

export interface D1Options {
  author: string;
  /** The time of a revision, RFC 3339 in UTC. */
  now: () => string;
}

/** A D1 database, reached through its binding. */
export function d1Destination(d1: D1Client, { author, now }: D1Options): Destination {
  return {
    actors: (query) => readActors(d1, query),
    async apply(json, reason) {
      const result = await applyChangeset(d1, [{ file: "", json }], { author, reason, now: now() });
      if (result.outcome === "refused") return result;
      const { outcome, revision, added, changed, unchanged } = result;
      return { outcome, revision, added: total(added), changed: total(changed), unchanged: total(unchanged) };
    },
  };
}
