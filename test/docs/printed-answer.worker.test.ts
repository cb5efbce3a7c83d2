import { createHash } from "node:crypto";
import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, it } from "vitest";
import { fetchNoting } from "../ask.ts";
import { loadDataset } from "../load-dataset.ts";
import raaPartners from "../queries/01-raa-partners.graphql?raw";
import trustedDocuments from "../../docs/trusted-documents.md?raw";

/** The lineage that the pages print: that of a database is made by chance. */
const LINEAGE = "5d0c8e1f72a94b36c8d1f0e4";

beforeAll(async () => {
  await loadDataset();
  await env.DB.prepare("update lineages set lineage = ?").bind(LINEAGE).run();
});

const pages = import.meta.glob<string>(
  ["../../README.md", "../../docs/requests.md", "../../docs/revisions.md", "../../docs/time.md"],
  {
    query: "?raw",
    import: "default",
    eager: true,
  },
);

/** A command of a page, with the answer that is printed beneath it. */
const EXAMPLE = /```sh\n(?<command>curl [^`]*)```\n\n(?:[^\n`]+:\n\n)?```(?:json)?\n(?<answer>[^`]*)```/g;
const HEADER = /-H '(?<name>[^:']+): (?<value>[^']*)'/g;

function requestOf(command: string): Request {
  const url = /http:\S+/.exec(command)![0].replaceAll("'", "");
  const headers = [...command.matchAll(HEADER)].map(({ groups }) => [groups!["name"]!, groups!["value"]!]);
  const body = / -d '(?<body>[^']*)'/.exec(command)?.groups?.["body"] ?? null;
  return new Request(url, { method: body === null ? "GET" : "POST", headers: headers as [string, string][], body });
}

/** JSON is laid out on a page; what is no JSON is printed as it is. */
const laidOut = (text: string) => (/^[[{]/.test(text) ? JSON.parse(text) : text) as unknown;

describe.each(Object.entries(pages))("%s", (_, page) => {
  const examples = [...page.matchAll(EXAMPLE)].map(({ groups }) => [groups!["command"]!, groups!["answer"]!] as const);

  it("has examples, and all of its answers belong to one", () => {
    expect(examples.length).toBeGreaterThan(0);
    expect(page.match(/^```json$/gm) ?? []).toHaveLength(examples.filter(([, answer]) => /^[[{]/.test(answer)).length);
  });

  it.each(examples)("prints what is answered to %s", async (command, answer) => {
    const { response } = await fetchNoting(requestOf(command));
    // The data set is loaded here under another name than by npm start.
    const told = (await response.text()).replace('"author":"test"', '"author":"cli/load.ts"');
    expect(laidOut(told)).toEqual(laidOut(answer));
  });
});

describe("../../docs/trusted-documents.md", () => {
  it("asks for the first query by the SHA-256 that it has, and prints its answer", async () => {
    const hash = createHash("sha256").update(raaPartners).digest("hex");
    expect(new Set(trustedDocuments.match(/[0-9a-f]{64}(?=&variables|", "variables)/g))).toEqual(new Set([hash]));
    const [printed] = /^\{"data":\{"actor".*$/m.exec(trustedDocuments)!;
    const body = JSON.stringify({ query: raaPartners, variables: { asOf: "2021-01-01" } });
    const headers = { "content-type": "application/json" };
    const { response } = await fetchNoting(
      new Request("http://localhost:8787/graphql", { method: "POST", headers, body }),
    );
    expect(await response.json()).toEqual(JSON.parse(printed));
  });
});
