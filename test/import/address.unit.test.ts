import { existsSync, readFileSync } from "node:fs";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { basename } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { afterAll, describe, expect, it } from "vitest";
import { addressOf } from "../../cli/import/address/address.ts";
import { type DownloadRules, withDownloads } from "../../cli/import/address/download.ts";
import { nameAt } from "../../cli/import/address/file-name.ts";
import { argumentsOf } from "../../cli/import/arguments.ts";

const TABLE = "slug,name\nada,Ada\n";
const servers: Server[] = [];
afterAll(() => servers.forEach((one) => one.closeAllConnections() ?? one.close()));

async function served(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** What comes of one address: the name of its file, its text, and what is told of it. */
function download(address: string, rules: DownloadRules = {}) {
  return withDownloads([addressOf(address)], rules, async ({ files }) => {
    const [[path, told]] = [...files] as [[string, { file: string; encoding?: string | undefined }]];
    const bytes = readFileSync(path);
    return { name: basename(path), text: String(bytes[0] === 0x1f ? gunzipSync(bytes) : bytes), ...told };
  });
}

const sending =
  (body: string | Buffer, headers: Record<string, string> = {}): RequestListener =>
  (_, response) =>
    response.writeHead(200, headers).end(body);

describe("an address", () => {
  it.each([
    ["http://example.org/a.csv", "http is read from this machine only"],
    ["http://127.0.0.1.example.org/a.csv", "http is read from this machine only"],
    ["ftp://example.org/a.csv", "https is read, not ftp"],
    ["https://ada:hush@example.org/a.csv", "no name and no password"],
    ["https://ada:hush@/a.csv?key=hush", "an address such as https://example.org/file.csv is wanted"],
    ["https://exa mple.org/a.csv?key=hush", "an address such as"],
  ])("%s is refused, and nothing secret of it is told", (text, reason) => {
    expect(() => addressOf(text)).toThrow(reason);
    expect(() => addressOf(text)).not.toThrow("hush");
  });

  it("is https, http on this machine, or http where that is said", () => {
    for (const text of ["https://example.org/a.csv", "http://[::1]:1/a.csv", "http://localhost/a.csv"])
      expect(addressOf(text).href).toBe(text);
    expect(addressOf("http://example.org/a#b", { overHttp: true }).href).toBe("http://example.org/a");
  });

  it("is given alone or with others, never beside a path", () => {
    const { path, from } = argumentsOf([
      "https://a.example/x.csv?key=1",
      "https://b.example/y.csv",
      "--follow",
      "c.example",
    ]);
    expect(path).toBe("https://a.example/x.csv?… https://b.example/y.csv");
    expect(from).toMatchObject({ addresses: { length: 2 }, rules: { follow: ["c.example"] } });
    expect(() => argumentsOf(["https://a.example/x.csv", "dataset"])).toThrow("give one file or folder, or addresses");
    expect(() => argumentsOf(["dataset", "--over-http"])).toThrow("are for addresses");
  });

  it.each([
    ["/a/states%20of%202016.csv", undefined, "states of 2016.csv"],
    ["/a/%E2%82%AC%ZZ.csv", undefined, "%E2%82%AC%ZZ.csv"],
    ["/get/7", 'attachment; filename="members.csv"', "members.csv"],
    ["/get/7", "attachment; filename=a.csv; filename*=UTF-8''%C3%86r%C3%B8.csv", "Ærø.csv"],
    ["/get/7", 'attachment; filename="..\\\\..\\\\/etc/passwd"', "passwd"],
    ["/a/..%2f..%2f.hidden.csv", undefined, "hidden.csv"],
    ["/", undefined, "data"],
  ])("%s with %s names its file %s", (path, disposition, name) => {
    expect(nameAt(new URL(`https://example.org${path}`), disposition)).toBe(name);
  });
});

describe("a download", () => {
  it.each<[string, string | Buffer, Record<string, string>, object]>([
    ["/a.csv", TABLE, {}, { name: "a.csv" }],
    ["/a.csv.gz", gzipSync(TABLE), { "content-type": "text/csv; charset=shift_jis" }, { name: "a.csv.gz" }],
    ["/a.csv", gzipSync(TABLE), { "content-encoding": "gzip" }, { name: "a.csv" }],
    ["/a.csv.gz", gzipSync(TABLE), { "content-encoding": "gzip" }, { name: "a.csv" }],
    ["/a.csv.gz", gzipSync(gzipSync(TABLE)), { "content-encoding": "x-gzip" }, { name: "a.csv.gz" }],
    ["/a", TABLE, { "content-type": "text/csv; charset=ISO-8859-1" }, { name: "a.csv", encoding: "ISO-8859-1" }],
    [
      "/a.csv",
      `\uFEFF${TABLE}`,
      { "content-type": "text/csv; charset=ISO-8859-1" },
      { name: "a.csv", encoding: undefined },
    ],
    ["/a?key=hush", TABLE, { "content-type": "text/tab-separated-values" }, { name: "a.tsv" }],
  ])("of %s has the file as it is meant", async (path, body, headers, expected) => {
    const at = await served(sending(body, headers));
    const found = await download(at + path);
    expect(found).toMatchObject({ ...expected, file: `${at}${path.replace(/\?.*/, "?…")}` });
    expect(found.text.replace("\uFEFF", "")).toBe(TABLE);
  });

  const large = "x".repeat(2 * 2 ** 20);
  it.each<[string, RequestListener]>([
    ["has more than 1 MiB", sending("", { "content-length": String(2 ** 21) })],
    ["has more than 1 MiB", (_, response) => response.write(large)],
    ["has more than 1 MiB", sending(gzipSync(large), { "content-encoding": "gzip" })],
    ["is cut off", sending(gzipSync(TABLE).subarray(0, 20), { "content-encoding": "gzip" })],
    [
      "is cut off",
      (_, response) => {
        response.writeHead(200, { "content-length": "100" }).write(TABLE, () => response.destroy());
      },
    ],
    ["nothing came for 0.05 s", (_, response) => response.write(TABLE)],
    ["nothing came for 0.05 s", () => {}],
    ["is sent as br", sending(TABLE, { "content-encoding": "br" })],
    ['is said to be in "klingon"', sending(TABLE, { "content-type": "text/csv; charset=klingon" })],
    ["is a page of HTML", sending("\n<!-- a --><!DOCTYPE html><p>", { "content-type": "text/csv" })],
    ["is a ZIP archive", sending("PK\x03\x04")],
    ["is packed, but not as gzip", sending("BZh9")],
    ["is XML", sending("<?xml version='1.0'?>")],
    ["is empty", sending("")],
    ["answers with 404: there is no file", (_, response) => response.writeHead(404).end()],
    ["answers with 403: it asks who you are", (_, response) => response.writeHead(403).end()],
    ["answers with 503: try again later", (_, response) => response.writeHead(503).end()],
    ["answers with 206, and not with a file", (_, response) => response.writeHead(206).end(TABLE)],
    ["leads on more than 5 times", (_, response) => response.writeHead(302, { location: "/a" }).end()],
    ["leads on to no address", (_, response) => response.writeHead(302).end()],
    [
      "no name and no password",
      (_, response) => response.writeHead(302, { location: "http://a:hush@localhost" }).end(),
    ],
    [
      "http is read from this machine only",
      (_, response) => response.writeHead(302, { location: "http://a.example" }).end(),
    ],
  ])("that %s is refused with its address", async (reason, listener) => {
    const at = await served(listener);
    const rules = { most: 2 ** 20, ...(reason.startsWith("nothing came") && { silence: 50 }) };
    const refusal = await download(`${at}/a.csv`, rules).catch((error: Error) => error.message);
    expect(refusal).toContain(reason);
    expect(refusal).toMatch(/^http:\/\/[\w.:/]+[: ]/);
    expect(refusal).not.toContain("hush");
  });

  it("follows a redirect on the same host, and to another one only where it is named", async () => {
    const other = await served(sending(TABLE));
    const host = new URL(other).host;
    const at = await served((request, response) => {
      if (request.url === "/b.csv") return response.end(TABLE);
      return response.writeHead(302, { location: request.url === "/a" ? "b.csv" : `${other}/c.csv` }).end();
    });
    expect(await download(`${at}/a`)).toMatchObject({ name: "b.csv", file: `${at}/b.csv` });
    await expect(download(`${at}/away`)).rejects.toThrow(
      `${at}/away leads on to another host, ${other}/c.csv: give that address, or --follow ${host}`,
    );
    expect(await download(`${at}/away`, { follow: [host] })).toMatchObject({ name: "c.csv" });
  });

  it("of several has them in one folder, which is gone afterwards", async () => {
    const at = await served(sending(TABLE));
    const urls = (...names: string[]) => names.map((name) => new URL(`${at}/${name}`));
    const folder = await withDownloads(urls("a.csv", "b.csv"), {}, async ({ folder, files }) => {
      expect([...files.keys()].map((path) => basename(path))).toEqual(["a.csv", "b.csv"]);
      return folder;
    });
    expect(existsSync(folder)).toBe(false);
    await expect(withDownloads(urls("a.csv", "x/a.csv"), {}, async () => {})).rejects.toThrow("have the same name");
  });
});
