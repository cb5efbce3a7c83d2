import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, it } from "vitest";
import { d1Destination } from "../../cli/import/destination/d1-destination.ts";
import { knownActors } from "../../cli/import/known.ts";
import { isRefusal, type Piece } from "../../cli/import/file/piece.ts";
import { popoloQueries, readPopolo } from "../../cli/import/popolo/popolo.ts";
import { PopoloData } from "../../cli/import/popolo/popolo-data.ts";
import { popoloEntries } from "../../cli/import/popolo/popolo-file.ts";
import { run } from "../../cli/import/run.ts";
import { contents, empty } from "../changes/database.ts";
import { assembly } from "./popolo-assembly.ts";

const destination = d1Destination(env.DB, { author: "test", now: () => "2026-11-24T00:00:00.000Z" });

const diet = {
  persons: [
    {
      id: "p1",
      name: "Fumio Kishida",
      other_names: [{ name: "岸田文雄" }, { name: "Kishida Fumio", end_date: "1990" }],
      identifiers: [{ scheme: "wikidata", identifier: "Q1424815" }],
    },
    { id: "p2", name: "Shinzo Abe" },
  ],
  organizations: [
    { id: "o2", name: "Cabinet Office", classification: "ministry", parent_id: "o1" },
    { id: "o1", name: "Government of Japan", classification: "executive" },
  ],
  posts: [{ id: "t1", label: "Prime Minister of Japan", organization_id: "o1" }],
  memberships: [
    { person_id: "p1", post_id: "t1", start_date: "2021-10-04", end_date: "2024-10-01T00:00:00Z" },
    { id: "m2", person_id: "p2", organization_id: "o1", role: "Prime Minister", start_date: "2012-12" },
    { person_id: "p9", post_id: "t1" },
    { person_id: "p1", organization_id: "o1", start_date: "2021-13" },
  ],
};

async function imported(json: unknown, file = "diet.json") {
  const data = new PopoloData(popoloEntries({ file, bytes: Buffer.from(JSON.stringify(json, null, 1)) }));
  const known = await knownActors(destination, popoloQueries(data));
  const reads = [...data.refusals, ...readPopolo(data, known)];
  const pieces = reads.filter((read): read is Piece => !isRefusal(read));
  const tally = await run(destination, pieces, { source: "popolo", size: 100 });
  return { ...tally, refusals: [...reads.filter(isRefusal), ...tally.refusals] };
}

beforeEach(empty);

describe("Popolo data", () => {
  it("is persons, organizations and offices, each office cited from the file", async () => {
    const { refusals } = await imported(diet);
    const { actors, offices, aliases, identifiers, citations, articles } = await contents();
    expect(actors).toMatchObject([
      { slug: "government-of-japan", type: "ORGANIZATION", organization_type: "AGENCY" },
      { slug: "cabinet-office", parent_id: 1 },
      { slug: "fumio-kishida", type: "PERSON" },
      { slug: "shinzo-abe" },
    ]);
    expect(aliases).toMatchObject([
      { name: "岸田文雄", sort: "VARIANT" },
      { name: "Kishida Fumio", sort: "FORMER" },
    ]);
    expect(identifiers).toContainEqual(expect.objectContaining({ scheme: "wikidata", value: "Q1424815" }));
    expect(identifiers).toContainEqual(expect.objectContaining({ scheme: "popolo-diet", value: "p1" }));
    expect(offices).toMatchObject([
      { title: "Prime Minister of Japan", from_edtf: "2021-10-04", to_edtf: "2024-10-01" },
      { key: "popolo-diet/m2", title: "Prime Minister", from_edtf: "2012-12", to_edtf: null },
    ]);
    expect(articles).toMatchObject([
      { slug: "popolo-diet-data", title: "Popolo data: diet.json", title_is_description: 1 },
    ]);
    expect(citations).toHaveLength(2);
    expect(refusals.map(({ reason }) => reason)).toEqual([
      "there is no person with the id p9",
      'start_date: "2021-13" is not a date',
    ]);
  });

  it("changes nothing when it is imported again, and adds names to one who is there", async () => {
    await imported(diet);
    const before = await contents();
    expect(await imported(diet)).toMatchObject({ added: 0, changed: 0 });
    expect(await contents()).toEqual(before);
    const other = {
      persons: [{ name: "Kishida", identifiers: diet.persons[0]?.identifiers, other_names: [{ name: "Fumio K." }] }],
    };
    expect(await imported(other, "other.json")).toMatchObject({ added: 1, changed: 1 });
    expect((await contents()).actors).toHaveLength(4);
  });

  it("has terms that bound offices, and no event of its own", async () => {
    const { refusals } = await imported(assembly, "assembly.json");
    expect(refusals).toEqual([]);
    const { offices, events } = await contents();
    expect(events).toEqual([]);
    expect(offices).toHaveLength(assembly.memberships.length);
    expect(offices).toContainEqual(
      expect.objectContaining({
        key: "popolo-assembly/member-of-both-terms/assembly/member/term-1",
        from_edtf: "2007-11-01",
        to_edtf: "2011-10-31",
      }),
    );
    expect(await imported(assembly, "assembly.json")).toMatchObject({ added: 0, changed: 0 });
  });

  it("keeps two who share a name apart", async () => {
    await imported(diet);
    await imported({ persons: [{ id: "x", name: "Shinzo Abe" }] }, "other.json");
    expect((await contents()).actors?.map((actor) => (actor as { slug: string }).slug)).toContain("shinzo-abe-2");
  });
});
