import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, it } from "vitest";
import { exported } from "../../../src/changes/export.ts";
import { exportFile } from "../../../src/server/route/export.ts";
import worker from "../../../src/worker.ts";
import { contents, empty } from "../../changes/database.ts";
import { fetchNoting } from "../../ask.ts";
import { loadDataset } from "../../load-dataset.ts";
import { say } from "../../say.ts";
import { fakeDatabase } from "../../fake-database.ts";

beforeAll(loadDataset);

const get = async (path: string, method = "GET") =>
  (await fetchNoting(new Request(`http://localhost${path}`, { method }))).response;

/** The body's bytes as UTF-8: the runtime warns of a text whose type it does not know for one. */
async function textOf(response: Response): Promise<string> {
  return new TextDecoder().decode(await response.arrayBuffer());
}

async function exportAll(): Promise<Record<string, string>> {
  const texts = exported.map(async (noun) => [noun, await textOf(await get(`/export/${noun}.ndjson`))] as const);
  return Object.fromEntries(await Promise.all(texts));
}

describe("GET /export/NOUN.ndjson", () => {
  it("answers with NDJSON, an entry a line, in the order of their names", async () => {
    const response = await get("/export/actors.ndjson");
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toBe("application/x-ndjson");
    const text = await textOf(response);
    expect(text.endsWith("}\n")).toBe(true);
    const slugs = text.match(/^\{"slug":"[^"]+"/gm)!;
    expect(slugs).toHaveLength((await contents())["actors"]!.length);
    expect(slugs).toEqual(slugs.toSorted());
  });

  it("tells names and no internal ids", async () => {
    const { statements } = await exportAll();
    const kishida = statements!.split("\n").find((line) => line.includes('"speaker":"fumio-kishida"'));
    expect(Object.keys(JSON.parse(kishida!))).not.toContain("id");
    for (const text of Object.values(await exportAll())) expect(text).not.toMatch(/"(?:id|\w+Id|\w+_id)":/);
  });

  it("is the whole data: applied to an empty database, it is exported again byte for byte", async () => {
    const before = await exportAll();
    const lists = Object.entries(before).map(([noun, text]) => [
      noun,
      text
        .trimEnd()
        .split("\n")
        .map((line) => JSON.parse(line) as unknown),
    ]);
    await empty();
    await say(Object.fromEntries(lists) as object);
    expect(await exportAll()).toEqual(before);
  });

  it("tells of which revision and lineage it is, and is of another where that is asked for", async () => {
    const before = await get("/export/actors.ndjson");
    const text = await textOf(before);
    const [revision, lineage] = ["entente-revision", "entente-lineage"].map((name) => before.headers.get(name)!);
    await say({ actors: [{ slug: "written-after", type: "STATE", name: "Written after" }] });
    const after = await get("/export/actors.ndjson");
    expect(after.headers.get("entente-revision")).toBe(String(Number(revision) + 1));
    expect(await textOf(after)).not.toBe(text);
    for (const search of [`revision=${revision}`, `revision=${revision}&lineage=${lineage}`]) {
      const pinned = await get(`/export/actors.ndjson?${search}`);
      expect(pinned.headers.get("entente-revision")).toBe(revision);
      expect(await textOf(pinned)).toBe(text);
    }
  });

  it.each([
    ["revision=999", 400, "There is no revision 999: the newest is"],
    ["revision=0", 400, "the parameter revision is 0: give the number of a revision"],
    ["revision=one", 400, 'the parameter revision is "one": give the number'],
    ["revison=1", 400, '"revison" is no parameter of this address: it may have revision, lineage'],
    ["revision=1&revision=2", 400, 'The address has "revision" several times'],
    ["lineage=x", 400, 'the parameter lineage is "x": give a lineage'],
    [`lineage=${"0f".repeat(12)}`, 412, "the data was restored"],
  ])("refuses ?%s", async (search, status, complaint) => {
    const response = await get(`/export/actors.ndjson?${search}`);
    expect(response.status).toBe(status);
    expect(await response.text()).toContain(complaint);
  });

  it("answers HEAD with the headers alone, and reads nothing for it", async () => {
    const { response, statements } = await fetchNoting(
      new Request("http://localhost/export/events.ndjson", { method: "HEAD" }),
    );
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toBe("application/x-ndjson");
    expect(await textOf(response)).toBe("");
    expect(statements).toEqual([]);
  });

  it.each(["POST", "PUT", "DELETE"])("refuses %s and tells what is allowed", async (method) => {
    const response = await get("/export/actors.ndjson", method);
    expect(response.status).toBe(405);
    expect(response.headers.get("allow")).toBe("GET, HEAD, OPTIONS");
  });

  it.each([
    "/export/",
    "/export/actors",
    "/export/memberships.ndjson",
    "/export/revisions.ndjson",
    "/export/__proto__.ndjson",
  ])("knows no %s", async (path) => {
    const response = await get(path);
    expect(response.status).toBe(404);
    expect(await response.text()).toContain("/export/actors.ndjson");
  });

  it("answers 500 without the cause where the data cannot be read", async () => {
    const broken = fakeDatabase({
      prepare: () => {
        throw new Error("D1_ERROR: no such host secret.internal");
      },
    });
    const response = await worker.fetch(new Request("http://localhost/export/actors.ndjson") as never, {
      ...env,
      DB: broken,
    });
    expect(response.status).toBe(500);
    expect(await response.text()).not.toMatch(/D1_|secret/);
  });
});

describe("the stream", () => {
  const lines: object[] = [];
  const service = (pages: () => AsyncGenerator<string>) => ({
    nouns: ["actors"],
    revisions: async () => ({ oldest: 1, newest: 1, at: "", lineage: "0f".repeat(12), bookmark: null }),
    lines: pages,
    pay: () => ({}),
  });
  const request = new Request("http://localhost/export/actors.ndjson");

  it("reads a page when it is asked for, and no more when the client has gone", async () => {
    const read: number[] = [];
    let closed = false;
    const response = await exportFile(
      request,
      service(async function* () {
        try {
          for (let page = 1; ; page += 1) {
            read.push(page);
            yield `${page}\n`;
          }
        } finally {
          closed = true;
        }
      }),
      (line) => lines.push(line),
    );
    const reader = response.body!.getReader();
    await reader.read();
    await reader.read();
    expect(read).toEqual([1, 2]);
    await reader.cancel();
    expect(closed).toBe(true);
  });

  it("breaks off, and does not end, where the rest cannot be read", async () => {
    const response = await exportFile(
      request,
      service(async function* () {
        yield "1\n";
        throw new Error("gone");
      }),
      (line) => lines.push(line),
    );
    expect(response.status).toBe(200);
    await expect(textOf(response)).rejects.toThrow("gone");
    expect(lines).toMatchObject([{ level: "error", message: "gone" }]);
  });
});
