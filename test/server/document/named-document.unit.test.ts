import { parse, print } from "graphql";
import { beforeEach, describe, expect, it } from "vitest";
import type { DocumentName } from "../../../src/server/document/document-request.ts";
import { documentFinder, type DocumentSource } from "../../../src/server/document/named-document.ts";
import { sha256 } from "../../../src/server/http/sha256.ts";
import type { SharedCache } from "../../../src/server/cache/shared-cache.ts";
import { trustedDocuments } from "../../../src/server/document/trusted-document.ts";

/** In its plain layout, as the build writes it. */
const TRUSTED = print(parse("query ActorPage { actor { name } }"));
const LAID_OUT = "# ours\nquery ActorPage{actor{name}}";
const OTHER = "{ other }";
const MANIFEST = "/documents/manifest.json lists the trusted ones";

let hash: string;
let files: Record<string, string>;
let fetched: string[];
let digested: number;
let kept: Map<string, string>;

/** The SHA-256 of a text in its plain layout, of those that are asked for here. */
const digests = new Map<string, string>();
const digestOf = (text: string) => {
  digested += 1;
  return digests.get(text)!;
};

const assets = {
  fetch: async (address: unknown) => {
    const name = String(address).replace("https://assets.invalid/documents/", "");
    fetched.push(name);
    return new Response(files[name] ?? "Not found", { status: name in files ? 200 : 404 });
  },
} as unknown as DocumentSource["assets"];

const cache: SharedCache = {
  match: async (key) => (kept.has(key) ? { body: kept.get(key)!, policy: "" } : null),
  put: async (key, { body }) => void kept.set(key, body),
};

beforeEach(async () => {
  hash = await sha256(TRUSTED);
  files = { "manifest.json": JSON.stringify({ [hash]: "ActorPage" }), [`${hash}.graphql`]: TRUSTED };
  [fetched, digested, kept] = [[], 0, new Map()];
  for (const text of [TRUSTED, LAID_OUT]) digests.set(text, hash);
  digests.set(OTHER, await sha256(OTHER));
});

describe("the documents of our clients", () => {
  it("have a name by their SHA-256, and no other has one", async () => {
    const { nameOf } = trustedDocuments(digestOf);
    expect(await nameOf(hash, assets)).toBe("ActorPage");
    expect(await nameOf(await sha256(OTHER), assets)).toBeNull();
    expect(await nameOf("toString", assets)).toBeNull();
    expect(fetched).toEqual(["manifest.json"]);
  });

  it("are read once", async () => {
    const { textOf } = trustedDocuments(digestOf);
    expect([await textOf(hash, assets), await textOf(hash, assets)]).toEqual([TRUSTED, TRUSTED]);
    expect(fetched).toEqual([`${hash}.graphql`]);
  });

  it("are found by their text, whatever its layout, which is looked at once", async () => {
    const { nameOfText } = trustedDocuments(digestOf);
    expect(await nameOfText(TRUSTED, assets)).toBe("ActorPage");
    expect(digested).toBe(0);
    for (let n = 0; n < 2; n += 1) expect(await nameOfText(LAID_OUT, assets)).toBe("ActorPage");
    expect(digested).toBe(1);
    for (let n = 0; n < 2; n += 1) expect(await nameOfText(OTHER, assets)).toBeNull();
    expect(digested).toBe(3);
  });

  it("are not taken from a file that is another one, or missing", async () => {
    const { textOf, nameOf } = trustedDocuments(digestOf);
    files[`${hash}.graphql`] = OTHER;
    await expect(textOf(hash, assets)).rejects.toThrow(`documents/${hash}.graphql is not what its name says`);
    files = {};
    await expect(textOf(hash, assets)).rejects.toThrow(`documents/${hash}.graphql is missing: build the pages`);
    await expect(nameOf(hash, assets)).rejects.toThrow("documents/manifest.json is missing: build the pages");
  });
});

describe("the document of a request", () => {
  const find = (request: Partial<DocumentName>, isTrustedOnly = false) =>
    documentFinder(digestOf)({ text: null, id: null, ...request } as DocumentName, {
      assets,
      isTrustedOnly,
      cache,
    });
  const byId = (of: string) => ({ id: { hash: of, parameter: "documentId" } as const });
  const automatic = (of: string) => ({ id: { hash: of, parameter: "extensions.persistedQuery.sha256Hash" } as const });
  const refused = (code: string, message: string) => ({ message, extensions: { code } });

  it("is the trusted one that it names", async () => {
    for (const isTrustedOnly of [true, false]) {
      expect(await find(byId(hash), isTrustedOnly)).toEqual({
        text: TRUSTED,
        isById: true,
        trustedName: "ActorPage",
        keep: null,
      });
    }
  });

  it("is its text, of no name that may be logged", async () => {
    expect(await find({ text: TRUSTED })).toEqual({ text: TRUSTED, isById: false, trustedName: null, keep: null });
  });

  it("is its text, which is kept under its SHA-256 where it brings that", async () => {
    const other = await sha256(OTHER);
    const found = await find({ text: OTHER, ...byId(other) });
    expect(found).toMatchObject({ text: OTHER, isById: true, trustedName: null });
    expect(await find(byId(other))).toMatchObject(
      refused("PERSISTED_QUERY_NOT_FOUND", `documentId names no document that is known here: ${MANIFEST}`),
    );
    if ("keep" in found) await found.keep?.();
    expect(await find(byId(other))).toEqual({ text: OTHER, isById: true, trustedName: null, keep: null });
    expect(await find({ text: TRUSTED, ...byId(hash) })).toMatchObject({ isById: true, trustedName: "ActorPage" });
  });

  it("is none where its SHA-256 is another text's, or nobody's", async () => {
    expect(await find({ text: OTHER, ...automatic(hash) })).toMatchObject(
      refused(
        "BAD_USER_INPUT",
        "extensions.persistedQuery.sha256Hash is to be the SHA-256 of query, or query is to be left out",
      ),
    );
    expect(await find(automatic(await sha256(OTHER)))).toMatchObject(
      refused("PERSISTED_QUERY_NOT_FOUND", "PersistedQueryNotFound"),
    );
  });

  it("fails as we do where the files cannot be read", async () => {
    files = {};
    await expect(find(byId(hash))).rejects.toThrow("documents/manifest.json is missing");
  });

  describe("where trusted documents only are answered", () => {
    it("is one by its text, with or without its SHA-256", async () => {
      expect(await find({ text: LAID_OUT }, true)).toEqual({
        text: LAID_OUT,
        isById: false,
        trustedName: "ActorPage",
        keep: null,
      });
      expect(await find({ text: TRUSTED, ...byId(hash) }, true)).toMatchObject({ isById: true, keep: null });
    });

    it("is no other, be it kept or not", async () => {
      const other = await sha256(OTHER);
      kept.set(`document-${other}`, OTHER);
      expect(await find({ text: OTHER }, true)).toMatchObject(
        refused("FORBIDDEN", `Only trusted documents are answered, and query is none: ${MANIFEST}`),
      );
      expect(await find(byId(other), true)).toMatchObject({ extensions: { code: "PERSISTED_QUERY_NOT_FOUND" } });
      expect(await find(byId(other))).toMatchObject({ text: OTHER });
    });
  });
});
