import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, it } from "vitest";
import worker from "../../../../src/worker.ts";
import { ask, fetchNoting } from "../../../ask.ts";
import { fakeDatabase } from "../../../fake-database.ts";
import { loadDataset } from "../../../load-dataset.ts";
import { run } from "../../../revise.ts";
import { answerTo, BASE, extend, get, idOf, post, refusal, shown } from "./client.ts";

const FORMER = btoa("1:State:8001").replaceAll("=", "");
const HOSTILE = btoa("1:State:7001").replaceAll("=", "");
const MEMBERS = 120;

beforeAll(async () => {
  await loadDataset();
  const numbers = Array.from({ length: MEMBERS }, (_, at) => 20_000 + at);
  await run(
    "INSERT INTO redirects (id, actor_id, slug, former) SELECT 9001, id, 'dai-nippon', 8001 FROM actors WHERE slug = 'japan'",
    "INSERT INTO actors (id, slug, type, name, description) VALUES (7001, 'x', 'STATE', '<script>alert(1)</script>', '\"&''')",
    "INSERT INTO alliances (id, slug, name, kind) VALUES (7002, 'league', 'League of Examples', 'FORUM')",
    `INSERT INTO actors (id, slug, type, name) VALUES ${numbers.map((n) => `(${n}, 'town-${n}', 'STATE', 'Town ${n}')`).join()}`,
    `INSERT INTO memberships (id, key, actor_id, alliance_id, role, from_edtf, from_earliest, from_latest, to_earliest, to_latest) VALUES ${numbers
      .map(
        (n) =>
          `(${n}, 'm${n}', ${n}, 7002, 'MEMBER', '1990-01-01', '1990-01-01', '1990-01-01', '9999-12-31', '9999-12-31')`,
      )
      .join()}`,
  );
});

const on = (id: string, asOf: string, certainty?: string) => ({
  id,
  settings: { asOf, ...(certainty && { certainty }) },
});

describe("columns from reconciled values", () => {
  it("are the values of each property, texts and entities, on the day that is set", async () => {
    const ids = [await idOf("Japan"), await idOf("Fumio Kishida"), await idOf("NATO", "Alliance")];
    const [japan, kishida, nato] = ids as [string, string, string];
    const { meta, rows } = await extend(ids, [
      "isoAlpha3",
      "wikidata",
      "country",
      on("alliances", "2022-05-07"),
      on("offices", "2022-05-07"),
      on("officeHolders", "2022-05-07"),
      on("members", "1950-01-01"),
      on("status", "1950-01-01"),
    ]);
    expect(meta.slice(0, 4)).toEqual([
      { id: "isoAlpha3", name: "ISO 3166-1 alpha-3" },
      { id: "wikidata", name: "Identifier: wikidata" },
      { id: "country", name: "Country", type: { id: "State", name: "State" } },
      { id: "alliances", name: "Alliances", type: { id: "Alliance", name: "Alliance" } },
    ]);
    expect(rows[japan]).toMatchObject({ isoAlpha3: [{ str: "JPN" }], wikidata: [{ str: "Q17" }], country: [] });
    expect(shown(rows[japan], "alliances")).toContain("Quad");
    expect(rows[japan]!["officeHolders"]).toEqual([{ id: kishida, name: "Fumio Kishida" }]);
    expect(rows[kishida]!["country"]).toEqual([{ id: japan, name: "Japan" }]);
    expect(shown(rows[kishida], "offices")).toEqual(["Prime Minister of Japan"]);
    expect(shown(rows[nato], "members")).toHaveLength(12);
    expect(rows[nato]).toMatchObject({ status: [{ str: "IN_FORCE" }], wikidata: [{ str: "Q7184" }], isoAlpha3: [] });
  });

  it("differ by day and by certainty, and are of today where no day is set", async () => {
    const nato = await idOf("NATO", "Alliance");
    const counts = [on("members", "1950-01-01"), on("members", ""), "members", on("members", "2023-01-01", "CERTAIN")];
    const found = await Promise.all(
      counts.map(async (column) => shown((await extend([nato], [column])).rows[nato], "members")!.length),
    );
    const certain = await ask<{ node: { members: { totalCount: number } } }>(
      `query ($id: ID!) { node(id: $id) { ... on Alliance { members(asOf: "2023-01-01", certainty: CERTAIN) { totalCount } } } }`,
      { id: nato },
    );
    expect(found).toEqual([12, 32, 32, certain.data.node.members.totalCount]);
  });

  it("are whole, however many values there are", async () => {
    const league = btoa("1:Alliance:7002").replaceAll("=", "");
    expect(new Set(shown((await extend([league], ["members"])).rows[league], "members")).size).toBe(MEMBERS);
  });

  it("are the heir's for a merged id, and empty for what is no id, or unknown, and for unknown properties", async () => {
    const ids = [
      FORMER,
      "",
      "x",
      "Q17",
      7,
      "__proto__",
      "\0",
      "x".repeat(5_000),
      btoa("1:Article:1").replaceAll("=", ""),
    ];
    const { meta, rows } = await extend([...ids, null, {}], ["isoAlpha2", "mayor"]);
    expect(meta.map(({ name }) => name)).toEqual(["ISO 3166-1 alpha-2", "mayor"]);
    expect(Object.keys(rows).toSorted()).toEqual(ids.map(String).toSorted());
    const { [FORMER]: merged, ...others } = rows;
    expect(merged).toEqual({ isoAlpha2: [{ str: "JP" }], mayor: [] });
    for (const row of Object.values(others)) expect(row).toEqual({ isoAlpha2: [], mayor: [] });
    expect(await extend([], [])).toEqual({ meta: [], rows: {} });
  });

  it("take a few statements for fifty ids, and may be asked for in the address", async () => {
    const ids = Array.from({ length: 50 }, (_, at) => btoa(`1:State:${50 + at}`).replaceAll("=", ""));
    const { statements } = await post("extend", {
      ids,
      properties: ["isoAlpha2", "alliances", "partners", "wikidata"],
    });
    expect(statements.length).toBeLessThanOrEqual(4);
    const search = new URLSearchParams({
      extend: JSON.stringify({ ids: [FORMER], properties: [{ id: "isoAlpha2" }] }),
    });
    await answerTo("extension", get(`?${search.toString()}`));
  });

  it("are proposed for a type, as many as are asked for", async () => {
    const proposed = async (search: string) =>
      answerTo<{ type: string; limit?: number; properties: { id: string }[] }>(
        "proposed properties",
        get(`/properties${search}`),
      );
    expect(await proposed("?type=Alliance&limit=2")).toMatchObject({
      type: "Alliance",
      limit: 2,
      properties: [{ id: "members" }, {}],
    });
    const all = await proposed("");
    expect(all.properties.map(({ id }) => id)).toEqual(expect.arrayContaining(["wikidata", "isoAlpha2", "members"]));
    expect((await proposed("?type=City")).properties).toEqual([]);
  });
});

describe("suggestions", () => {
  interface Suggested {
    result: { id: string; name: string }[];
  }
  const suggest = async (search: string) => {
    const { result } = await answerTo<Suggested>("suggested entities", get(`/suggest/entity?${search}`));
    return result.map(({ name }) => name);
  };

  it("are entities by the beginning of a name, and first of all by a key", async () => {
    expect(await suggest("prefix=Fumio%20Ki")).toEqual(["Fumio Kishida"]);
    for (const prefix of ["JP", "jpn", "Q17", "dai-nippon", FORMER, "日本"]) {
      expect((await suggest(`prefix=${encodeURIComponent(prefix)}`))[0]).toBe("Japan");
    }
    for (const nothing of ["prefix=%22)", "prefix=", "", "prefix=JP&type=Person"])
      expect(await suggest(nothing)).toEqual([]);
  });

  it("are of the types asked for, so many as asked for, from the cursor on", async () => {
    expect((await suggest("prefix=town&limit=100")).length).toBe(100);
    expect((await suggest("prefix=town")).length).toBe(10);
    expect(await suggest("prefix=town&limit=3&cursor=2")).toEqual((await suggest("prefix=town")).slice(2, 5));
    expect(await suggest(`prefix=town&limit=1000&cursor=${MEMBERS - 1}`)).toHaveLength(1);
    expect(await suggest("prefix=town&cursor=99999999999")).toEqual([]);
    expect(await suggest("prefix=NATO&type=Alliance")).toContain("North Atlantic Treaty Organization");
    expect(await suggest("prefix=NATO&type=Alliance")).not.toContain("NATO");
  });

  it("are types and properties too", async () => {
    const ids = async (sort: "types" | "properties", search: string) =>
      (await answerTo<Suggested>(`suggested ${sort}`, get(search))).result.map(({ id }) => id);
    expect(await ids("types", "/suggest/type?prefix=sta")).toEqual(["State"]);
    expect(await ids("types", "/suggest/type/?prefix=")).toEqual([
      "State",
      "Person",
      "Organization",
      "Alliance",
      "Actor",
    ]);
    expect(await ids("properties", "/suggest/property?prefix=iso")).toEqual(["isoAlpha2", "isoAlpha3"]);
    expect(await ids("properties", "/suggest/property?prefix=wiki")).toEqual(["wikidata"]);
    expect(await ids("properties", "/suggest/property?prefix=kind&type=Alliance&cursor=0&limit=1")).toEqual(["kind"]);
  });

  it("have flyouts, whose text is text", async () => {
    const flyout = async (path: string) => (await answerTo<{ html: string }>("flyout", get(`/flyout/${path}`))).html;
    expect(await flyout(`entity?id=${FORMER}`)).toContain("<h1>Japan</h1>");
    expect(await flyout(`entity?id=${HOSTILE}`)).toContain("&lt;script&gt;");
    expect(await flyout("type?id=State")).toContain("<p>A country</p>");
    expect(await flyout("property?id=wikidata")).toContain("Identifier: wikidata");
    for (const path of ["entity?id=x", "type?id=x", "property"])
      expect((await get(`/flyout/${path}`)).response.status).toBe(404);
  });
});

describe("pages of an entity", () => {
  it("preview it in a frame, the heir of what was merged, and nothing for an id of nothing", async () => {
    expect(await (await get(`/preview?id=${FORMER}`)).response.text()).toContain("<h1>Japan</h1>");
    const { response, statements } = await get(`/preview/?id=${HOSTILE}`);
    const page = await response.text();
    expect(page).not.toContain("<script");
    expect(page).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
    expect(page).toContain("&quot;&amp;&#39;");
    expect(response.headers.get("content-security-policy")).toBe("default-src 'none'; style-src 'unsafe-inline'");
    expect(statements).toHaveLength(1);
    for (const other of ["", "x", "<b>", btoa("1:Person:7001"), btoa("1:Article:1"), btoa("1:State:999999")]) {
      const missing = await get(`/preview?id=${encodeURIComponent(other.replaceAll("=", ""))}`);
      expect(missing.response.status).toBe(404);
      expect(await missing.response.text()).not.toContain("<b>");
    }
  });

  it("tell all that is known of it on a day", async () => {
    const { response } = await get(`/view?id=${await idOf("NATO", "Alliance")}&asOf=1950-01-01`);
    const page = await response.text();
    expect(page).toContain("<p>On 1950-01-01:</p>");
    expect(page).toMatch(/<a href="http:\/\/localhost\/reconcile\/view\?id=\w+&amp;asOf=1950-01-01">Iceland<\/a>/);
    expect(page).not.toContain("Greece");
    expect(response.headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
    expect((await get(`/view?id=${HOSTILE}`)).response.status).toBe(200);
    expect((await get("/view?id=x")).response.status).toBe(404);
    expect(await (await get("/view?id=x&asOf=1950")).response.json()).toMatchObject({
      message: expect.stringContaining("asOf") as string,
    });
  });
});

describe("a request that is pinned to a revision", () => {
  it("is answered as of it where that can be, and told where it cannot", async () => {
    expect((await get(`/preview?id=${HOSTILE}`)).response.status).toBe(200);
    expect((await get(`/preview?id=${HOSTILE}&revision=1`)).response.status).toBe(404);
    expect((await get(`/view?id=${HOSTILE}`, { headers: { "entente-revision": "1" } })).response.status).toBe(404);
    expect((await extend([HOSTILE], ["slug"], "?revision=1")).rows[HOSTILE]).toEqual({ slug: [] });
    expect((await extend([HOSTILE], ["slug"], "?revision=2")).rows[HOSTILE]).toEqual({ slug: [{ str: "x" }] });
    const { preview } = await answerTo<{ preview: { url: string } }>("manifest", get("?revision=1"));
    expect(preview.url).toMatch(/\/preview\?id=\{\{id\}\}&revision=1&lineage=[0-9a-f]{24}$/);
    const page = await (await get(`/view?id=${await idOf("NATO", "Alliance")}&revision=1`)).response.text();
    expect(page).toContain("&amp;revision=1");
    for (const path of ["?queries={}&revision=1", "?query=Japan&revision=1", "/suggest/entity?prefix=J&revision=1"]) {
      const { response } = await get(path);
      expect([response.status, await response.text()]).toEqual([400, expect.stringContaining("not as of revision 1")]);
    }
    expect(await (await get("?revision=999")).response.json()).toMatchObject({
      message: "There is no revision 999: the newest is 2",
    });
  });
});

describe("reconciliation over HTTP", () => {
  it("has a manifest, at either address, as plain JSON for a JSONP callback too", async () => {
    const manifests = await Promise.all(["", "/", "?callback=alert"].map((path) => answerTo("manifest", get(path))));
    expect(manifests[1]).toEqual(manifests[0]);
    expect(manifests[2]).toEqual(manifests[0]);
    const { suggest } = manifests[0] as {
      suggest: Record<string, { service_url: string; flyout_service_path: string }>;
    };
    for (const { service_url: url, flyout_service_path: path } of Object.values(suggest)) {
      const { response } = await fetchNoting(new Request(`${url}${path.replace("${id}", "x")}`));
      expect(await response.json()).toMatchObject({ id: "x" });
    }
    expect((await get("/elsewhere")).response.status).toBe(404);
    expect((await get("/", { method: "OPTIONS" })).response.status).toBe(204);
    expect(await (await get("", { method: "HEAD" })).response.text()).toBe("");
    expect(await refusal("", { method: "PUT" })).toMatchObject({ status: 405 });
  });

  it("answers a fault of the database with an id and without its cause", async () => {
    const broken = fakeDatabase({
      prepare: () => {
        throw new Error("D1_ERROR: secret.internal");
      },
    });
    for (const search of [`queries={"a":{"query":"Japan"}}`, `extend={"ids":["${FORMER}"],"properties":["country"]}`]) {
      const response = await worker.fetch(new Request(`${BASE}?${search}`) as never, { ...env, DB: broken });
      expect(response.status).toBe(500);
      expect(await response.text()).not.toMatch(/D1_|secret/);
    }
  });
});
