import { createHash } from "node:crypto";
import { inTime } from "./patience.ts";

/** An answer as everybody gets it. */
export interface SharedAnswer {
  body: string;
  /** Its `Cache-Control`. */
  policy: string;
}

/** Where answers are kept for everybody. It may forget, fail or hang: then there is no answer in it. */
export interface SharedCache {
  match: (key: string) => Promise<SharedAnswer | null>;
  put: (key: string, answer: SharedAnswer, seconds: number) => Promise<void>;
}

const PATIENCE_MS = 150;
const POLICY = "entente-policy";
const DIGEST = "entente-digest";

/** The Cache API of the data centre that the Worker runs in. What comes out is checked against the digest that went in. */
export function cacheApi(cache: Pick<Cache, "match" | "put">): SharedCache {
  const address = (key: string) => `https://entente.invalid/${key}`;

  async function find(key: string): Promise<SharedAnswer | null> {
    const response = await cache.match(address(key));
    if (response === undefined) return null;
    const answer = { body: await response.text(), policy: response.headers.get(POLICY) ?? "" };
    return response.headers.get(DIGEST) === digestOf(key, answer) ? answer : null;
  }

  return {
    match: (key) => inTime(find(key), PATIENCE_MS),
    put: async (key, answer, seconds) => {
      const headers = {
        "cache-control": `public, max-age=${seconds}`,
        [POLICY]: answer.policy,
        [DIGEST]: digestOf(key, answer),
      };
      await inTime(cache.put(address(key), new Response(answer.body, { headers })), PATIENCE_MS);
    },
  };
}

function digestOf(key: string, { body, policy }: SharedAnswer): string {
  return createHash("sha256").update(`${key}\n${policy}\n`).update(body).digest("base64url");
}
