import { describe, expect, it, vi } from "vitest";
import page from "../../docs/settings.md?raw";
import { perSettings, readSettings, settings } from "../../src/server/settings.ts";
import { fetchNoting } from "../ask.ts";

describe("the settings", () => {
  it("are all in the table of docs/settings.md, with default and meaning", () => {
    const rows = Object.entries(settings).map(
      ([name, { default: usual, meaning }]) => `${name} | ${usual === "" ? "none" : usual} | ${meaning}`,
    );
    const table = [...page.matchAll(/^\| `([A-Z_]+)` +\| (.*?) +\| (.*?) +\|$/gm)].map(
      ([, name, usual, meaning]) => `${name} | ${usual?.replaceAll("`", "")} | ${meaning}`,
    );
    expect(table).toEqual(rows);
  });

  it("have defaults, and are taken as text, as numbers and as flags", () => {
    const usual = readSettings({});
    expect(usual).toMatchObject({ stalenessMs: 1000, bodyBytes: 65_536, trustedOnly: false, logRequests: true });
    expect(readSettings({ DB: {}, OTHER: 7, NO_LIMIT_DEPTH: "none", LIMIT_DEPTH: " 12 " }).document.depth).toBe(12);
    expect(readSettings({ LIMIT_DEPTH: 12, TRUSTED_DOCUMENTS_ONLY: true, CACHE_ANSWERS: "" })).toMatchObject({
      cacheAnswers: true,
      trustedOnly: true,
      document: { ...usual.document, depth: 12 },
    });
  });

  it("may have the least and the greatest value that there is", () => {
    expect([1, 50].map((depth) => readSettings({ LIMIT_DEPTH: depth }).document.depth)).toEqual([1, 50]);
    expect(readSettings({ LIMIT_BUDGET: 0, LIMIT_DEADLINE_MS: 600_000 })).toMatchObject({
      budget: 0,
      deadlineMs: 600_000,
    });
  });

  it.each<[string, unknown, string]>([
    ["DATASET_LICENCE", "CC BY 4.0", `DATASET_LICENCE is "CC BY 4.0": give an SPDX identifier such as CC-BY-4.0`],
    ["DATASET_NAME", "x".repeat(101), "give a name of 1 to 100 characters"],
    ["PLANS", "true", `PLANS is "true": give on or off`],
    ["LIMIT_DEPHT", "3", "LIMIT_DEPHT is no setting: there are AUTH_ISSUER,"],
    ["LIMIT_DEPTH", "deep", `LIMIT_DEPTH is "deep": give a whole number from 1 to 50`],
    ["LIMIT_DEPTH", "0", "give a whole number from 1 to 50"],
    ["LIMIT_DEPTH", "51", "give a whole number from 1 to 50"],
    ["LIMIT_DEPTH", "12 levels", "give a whole number from 1 to 50"],
    ["LIMIT_DEPTH", "about 12", "give a whole number from 1 to 50"],
    ["LIMIT_DEPTH", "-1", "give a whole number from 1 to 50"],
    ["LIMIT_DEADLINE_MS", "3s", `LIMIT_DEADLINE_MS is "3s": give a whole number from 100 to 600000`],
    ["TRUSTED_DOCUMENTS_ONLY", "ture", `TRUSTED_DOCUMENTS_ONLY is "ture": give true or false`],
    ["CACHE_ANSWERS", ["true"], "CACHE_ANSWERS takes a text"],
  ])("tell in one line what is wrong with %s = %j", (name, value, line) => {
    let said = "";
    try {
      readSettings({ [name]: value });
    } catch (error) {
      said = (error as Error).message;
    }
    expect(said).toContain(line);
    expect(said).not.toContain("\n");
  });

  it("may keep the schema to those who know it: no introspection, and no name suggested", async () => {
    const errorsOf = async (query: string, set: object, variables = {}) => {
      const init = {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ query, variables }),
      };
      const { response } = await fetchNoting(new Request("http://localhost/graphql", init), set);
      return JSON.stringify((await response.json<{ errors?: object[] }>()).errors ?? []);
    };
    const schema = "{ __schema { types { name } } }";
    expect(await errorsOf(schema, {})).toBe("[]");
    expect(await errorsOf(schema, { INTROSPECTION: "false" })).toContain("introspection");
    expect(await errorsOf('{ __type(name: "Actor") { name } }', { INTROSPECTION: "false" })).toContain("introspection");
    expect(await errorsOf("{ __typename }", { INTROSPECTION: "false" })).toBe("[]");
    const kind = "query ($kind: [AllianceKind!]) { alliances(filter: { kind: $kind }) { totalCount } }";
    for (const [query, variables] of [
      ["{ actr { name } }", {}],
      ['{ actor(slgu: "japan") { name } }', {}],
      [kind, { kind: ["COLLECTIVE_DEFENSE"] }],
    ] as const) {
      expect(await errorsOf(query, {}, variables)).toContain("Did you mean");
      const kept = await errorsOf(query, { SUGGESTIONS: "false" }, variables);
      expect(kept).not.toBe("[]");
      expect(kept).not.toContain("Did you mean");
    }
  });

  it("that are wrong are told in the log once, however many requests come", async () => {
    const lines = vi.spyOn(console, "log").mockImplementation(() => undefined);
    for (let n = 0; n < 3; n += 1) {
      await fetchNoting(new Request("http://localhost/graphql?query={__typename}"), { LIMIT_DEPTH: "no" });
    }
    expect(lines.mock.calls.filter(([line]) => String(line).includes("LIMIT_DEPTH"))).toHaveLength(1);
    lines.mockRestore();
  });
});

describe("what is made of settings", () => {
  it("is kept for an environment, and for another one with the same settings", () => {
    const make = vi.fn<(env: object) => object>(() => ({}));
    const made = perSettings(make);
    const env = { LIMIT_DEPTH: "3", DB: {} };
    expect(made(env)).toBe(made(env));
    expect(made({ LIMIT_DEPTH: "3", DB: {}, VERSION: { id: "5a7c" } })).toBe(made(env));
    expect(made({ LIMIT_DEPTH: "4" })).not.toBe(made(env));
    expect(make).toHaveBeenCalledTimes(2);
  });
});
