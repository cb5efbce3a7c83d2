import { afterEach, expect, test, vi } from "vitest";
import { fetcher } from "../../web/fetcher.ts";

afterEach(() => vi.unstubAllGlobals());

test("sends what is written into GraphiQL's headers, and shows the answer that refuses it", async () => {
  const refusal = { errors: [{ message: "no", extensions: { code: "UNAUTHENTICATED" } }] };
  const asked = vi.fn<typeof fetch>(async () => Response.json(refusal, { status: 401 }));
  vi.stubGlobal("fetch", asked);
  expect(await fetcher({ query: "{ __typename }" }, { headers: { Authorization: "Bearer a.b.c" } })).toEqual(refusal);
  const [address, init] = asked.mock.calls[0]!;
  expect(address).toBe("/graphql");
  expect(new Headers(init?.headers).get("authorization")).toBe("Bearer a.b.c");
});
