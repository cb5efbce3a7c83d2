import { expect, it } from "vitest";
import { useBookmark } from "../../../src/server/plugin/use-bookmark.ts";
import { bareYoga } from "./bare-yoga.ts";

const BOOKMARK = "00000001-00000000-00000000-00000000000000000000000000000000";
const SEEN = "00000002-00000000-00000000-00000000000000000000000000000000";

it.each([
  [{ name: "Ada", subject: "ada", role: "editor" }, BOOKMARK, [BOOKMARK], SEEN],
  [{ name: "Ada", subject: "ada", role: "editor" }, "x", [null], SEEN],
  [null, BOOKMARK, [], null],
])(
  "who has an identity, %j, reads what they have seen, and is told how far that is",
  async (identity, sent, read, told) => {
    const fresh: (string | null)[] = [];
    const { post } = bareYoga({
      plugins: [useBookmark()],
      given: { identity },
      state: { freshen: (bookmark) => fresh.push(bookmark), bookmark: () => SEEN },
    });
    const { headers } = await post({ query: "{ one }" }, { "entente-bookmark": sent });
    expect(fresh).toEqual(read);
    expect(headers.get("entente-bookmark")).toBe(told);
  },
);

it("nothing is told before the database was asked", async () => {
  const { post } = bareYoga({ plugins: [useBookmark()], given: { identity: { role: "editor" } } });
  expect((await post({ query: "{ one }" })).headers.has("entente-bookmark")).toBe(false);
});
