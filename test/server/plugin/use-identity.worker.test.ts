import { describe, expect, it } from "vitest";
import { IdentityRefusal } from "../../../src/server/auth/identity-refusal.ts";
import { useIdentity } from "../../../src/server/plugin/use-identity.ts";
import { bareYoga } from "./bare-yoga.ts";

const ada = { name: "Ada", subject: "ada", role: "editor" } as const;
const bare = (who: typeof ada | null | IdentityRefusal, header = "Authorization") =>
  bareYoga({ plugins: [useIdentity({ header, identify: async () => who })] });

describe("an identity", () => {
  it.each([ada, null])("is known to all that follows: %j", async (who) => {
    const { post, contexts } = bare(who);
    const response = await post({ query: "{ one }" });
    expect(contexts[0]!["identity"]).toEqual(who);
    expect(response.headers.get("cache-control")).toBe(who === null ? null : "no-store");
  });

  it("that is refused ends the request", async () => {
    const { post, contexts } = bare(IdentityRefusal.invalid("The token has expired"));
    const response = await post({ query: "{ one }" });
    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({ errors: [{ message: "The token has expired" }] });
    expect(contexts).toEqual([]);
  });

  it("that comes in a header of its own has answers vary with that", async () => {
    expect((await bare(null, "Cf-Access-Jwt-Assertion").post({ query: "{ one }" })).headers.get("vary")).toBe(
      "Cf-Access-Jwt-Assertion",
    );
  });
});

const BOOKMARK = "00000001-00000000-00000000-00000000000000000000000000000000";
const SEEN = "00000002-00000000-00000000-00000000000000000000000000000000";

it.each([
  [ada, BOOKMARK, [BOOKMARK], SEEN],
  [ada, "x", [null], SEEN],
  [null, BOOKMARK, [], null],
])("who has an identity, %j, reads what they have seen, and is told how far that is", async (who, sent, read, told) => {
  const fresh: (string | null)[] = [];
  const { post } = bareYoga({
    plugins: [useIdentity({ header: "Authorization", identify: () => who })],
    state: { freshen: (bookmark) => fresh.push(bookmark), bookmark: () => SEEN },
  });
  const { headers } = await post({ query: "{ one }" }, { "entente-bookmark": sent });
  expect(fresh).toEqual(read);
  expect(headers.get("entente-bookmark")).toBe(told);
});

it("nothing is told before the database was asked", async () => {
  const { post } = bare(ada);
  expect((await post({ query: "{ one }" })).headers.has("entente-bookmark")).toBe(false);
});
