import fc from "fast-check";
import { expect, it } from "vitest";
import { addressOf } from "../../../src/server/http/address.ts";

it("is what a URL says of itself, once it is serialized", () => {
  const search = fc.webUrl({ withQueryParameters: true, withFragments: true, validSchemes: ["http", "https"] });
  fc.assert(
    fc.property(search, (text) => {
      const { href, origin, pathname } = new URL(text);
      expect(addressOf(href)).toEqual({ origin, pathname });
    }),
  );
});

it.each(["http://localhost", "https://entente.example:8443/?a=/b", "http://[::1]:8787/graphql?query={a}#//"])(
  "is that of %s",
  (text) => {
    const { href, origin, pathname } = new URL(text);
    expect(addressOf(href)).toEqual({ origin, pathname });
  },
);
