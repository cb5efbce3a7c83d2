import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { isRefusal, type Read } from "../../cli/import/file/piece.ts";
import { readSource } from "../../cli/import/file/read-source.ts";
import { sourceAt } from "../../cli/import/file/source.ts";
import type { ActorInput } from "../../src/nouns/actor.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "senate-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** What an empty destination is told of files, each by its name: as JSON, or as it is. */
async function read(files: Record<string, unknown>, loaded: ActorInput[] = []) {
  for (const [name, content] of Object.entries(files)) {
    const isRaw = typeof content === "string" || Buffer.isBuffer(content);
    writeFileSync(join(folder, name), isRaw ? content : JSON.stringify(content, null, 1));
  }
  const actors = (query: object) =>
    Promise.resolve(loaded.filter(({ slug }) => "slugs" in query && (query.slugs as string[]).includes(slug)));
  const { pieces, refusals } = await readSource(sourceAt(folder), { actors });
  const all: Read[] = [...pieces()];
  const jsons = (list: string) => all.flatMap((one) => (!isRefusal(one) && one.list === list ? [one.json] : []));
  return {
    actors: jsons("actors") as ActorInput[],
    offices: jsons("offices") as { key: string; person: string; body: string }[],
    articles: jsons("articles") as { slug: string }[],
    refused: refusals.map(({ file, line, reason }) => `${file.replace(/^.*\//, "")}:${line}: ${reason}`),
  };
}

const persons = [
  { id: 1, name: "Ada Example" },
  { id: "2", name: "Bo Example", contact_details: null, identifiers: null, other_names: null, links: null },
];
const organizations = [{ id: 10, name: "Senate of Example", classification: null, parent_id: null }];
const memberships = [
  { person_id: "1", organization_id: "10", start_date: 2010 },
  { person_id: 2, organization_id: 10, start_date: "2011", end_date: null },
];
const whole = { persons, organizations, memberships, events: [], areas: [], meta: { sources: [] } };
const lines = (entries: object[]) => entries.map((entry) => `${JSON.stringify(entry)}\n`).join("");

describe("Popolo data", () => {
  it.each([
    ["one file", { "senate.json": whole }],
    ["one file, gzipped", { "senate.json.gz": gzipSync(JSON.stringify(whole)) }],
    ["one file in UTF-16", { "senate.json": Buffer.from(`\uFEFF${JSON.stringify(whole)}`, "utf16le") }],
    [
      "a file for each class",
      { "persons.json": { persons }, "organizations.json": { organizations }, "memberships.json": { memberships } },
    ],
    ["bare lists", { "people.json": persons, "organizations.json": organizations, "memberships.json": memberships }],
    [
      "an entry a line",
      {
        "persons.ndjson": lines(persons),
        "organizations.jsonl": lines(organizations),
        "memberships.ndjson.gz": gzipSync(lines(memberships)),
      },
    ],
    [
      "memberships within persons",
      {
        "senate.json": {
          organizations,
          persons: persons.map((person, index) => ({
            ...person,
            memberships: [{ ...memberships[index], person_id: undefined }],
          })),
        },
      },
    ],
    [
      "a list of which its entries tell what it is",
      {
        "a.json": persons.map((one) => ({ ...one, gender: null })),
        "b.json": organizations.map((one) => ({ ...one, founding_date: null })),
        "c.json": memberships,
      },
    ],
  ])("may be %s", async (_, files) => {
    const { actors, offices, refused } = await read(files);
    expect(refused).toEqual([]);
    expect(actors.map(({ slug }) => slug).toSorted()).toEqual(["ada-example", "bo-example", "senate-of-example"]);
    expect(offices).toMatchObject([
      { person: "ada-example", body: "senate-of-example", from: "2010" },
      { person: "bo-example", body: "senate-of-example", from: "2011" },
    ]);
  });

  it("in files of one class is named after their folder, in others after the file", async () => {
    const name = folder.replace(/^.*\//, "").toLowerCase();
    const { articles } = await read({ "persons.json": persons, "upper-house.json": whole });
    expect(articles.map(({ slug }) => slug)).toEqual([`popolo-${name}-data`, "popolo-upper-house-data"]);
  });

  it.each([
    [{ name: null, other_names: [{ name: "Old", end_date: "1990" }, { name: "Ada E." }] }, "Ada E.", ["Old"]],
    [{ name: "", given_name: "Ada", family_name: "Example" }, "Ada Example", []],
    [{ family_name: "Example", other_names: [] }, "Example", []],
    [{ other_names: [{ given_name: "Ada", family_name: "E." }, null, "A. E."] }, "Ada E.", ["A. E."]],
    [{ name: { ja: "エイダ", en: "Ada" } }, "Ada", ["エイダ"]],
    [{ name: 1984 }, "1984", []],
  ])("names %j", async (person, name, aliases) => {
    const { actors, refused } = await read({ "senate.json": { persons: [{ id: 1, ...person }] } });
    expect(refused).toEqual([]);
    expect(actors).toMatchObject([{ name }]);
    expect((actors[0]!.aliases ?? []).map(({ name }) => name)).toEqual(aliases);
  });

  it("has the languages of names that are tags", async () => {
    const other_names = [
      { name: "エイダ", lang: "ja" },
      { name: "Ada!", lang: "no such" },
    ];
    const { actors } = await read({ "senate.json": { persons: [{ id: 1, name: "Ada", other_names }] } });
    expect(actors[0]!.aliases).toEqual([
      { name: "エイダ", language: "ja", sort: "VARIANT" },
      { name: "Ada!", sort: "VARIANT" },
    ]);
  });

  it("has refused alone what cannot be read, with the line that it begins on", async () => {
    const text = `{
  "persons": [
    {"id": 1, "name": "Ada"},
    {"id": 2},
    {"id": 3, "name": "Bo", "name": "Bob"},
    {"id": 4, "name": true},
    {"id": 5, "name": "Cy",},
    {"id": 1, "name": "Another Ada"},
    {"id": 1, "name": "Ada"},
    "Di"
  ],
  "organizations": [{"id": 1, "name": "Senate"}],
  "memberships": [
    {"person_id": 1, "organization_id": 1},
    {"person_id": 2, "organization_id": 1},
    {"organization_id": 1}
  ],
  "posts": {}
}`;
    const { actors, offices, refused } = await read({ "senate.json": text });
    expect(actors.map(({ slug }) => slug)).toEqual(["senate", "ada"]);
    expect(offices).toEqual([]);
    expect(refused).toEqual([
      "senate.json:4: has no name: neither name, nor one of other_names, nor given_name and family_name",
      'senate.json:5: has "name" twice',
      "senate.json:6: name: must be a text",
      'senate.json:7: is not JSON: "}" cannot stand here',
      expect.stringMatching(/^senate\.json:8: has the id 1 of another person, .*senate\.json:3$/),
      'senate.json:10: must be an object, not "Di"',
      "senate.json:18: posts must be a list",
      "senate.json:14: several persons have the id 1",
      "senate.json:15: there is no person with the id 2",
      "senate.json:16: person_id is missing: an office is held by a person",
    ]);
  });

  it("has refused the second of two memberships with one id, unless both say the same", async () => {
    const json = {
      persons: [{ id: 1, name: "Ada" }],
      organizations: [{ id: 1, name: "Senate" }],
      memberships: [2001, 2001, 2005].map((start_date) => ({ id: 7, person_id: 1, organization_id: 1, start_date })),
    };
    const { offices, refused } = await read({ "senate.json": json });
    expect(offices).toMatchObject([{ person: "ada", from: "2001" }]);
    expect(refused).toEqual([
      expect.stringMatching(/^senate\.json:\d+: has the id 7 of another membership, .*senate\.json:\d+$/),
    ]);
  });

  it("gives nobody the slug of a namesake whom no query finds", async () => {
    const loaded = ["ada", "ada-2"].map((slug): ActorInput => ({ slug, type: "PERSON", name: "Ada" }));
    const { actors } = await read({ "senate.json": { persons: [{ id: 1, name: "Ada" }] } }, loaded);
    expect(actors.map(({ slug }) => slug)).toEqual(["ada-3"]);
  });

  it("refuses a file that is damaged before anything of it is taken over", async () => {
    await expect(read({ "senate.json": '{"persons": [{"id": 1, "name": "Ada"},\n{"id": 2' })).rejects.toThrow(
      "senate.json:2: not JSON: it ends within what begins on line 1",
    );
    await expect(read({ "senate.json": '{"persons": [{"id": 1, "name": "Ada"},\n]}' })).rejects.toThrow(
      "senate.json:2: not JSON: a comma stands before the end, and nothing after it",
    );
  });
});
