import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, it } from "vitest";
import about from "../../examples/own-facts/about.json";
import facts from "../../examples/own-facts/facts.json";
import { applyChangeset } from "../../src/changes/apply.ts";
import { fetchNoting } from "../ask.ts";
import { empty } from "../changes/database.ts";
import { loadDataset } from "../load-dataset.ts";
import { makeKey, trusting } from "../server/auth/issuer.ts";
import { codeBlocks, exampleReason, namedTest, type Printed, printedIn } from "./code-block.ts";

const pages = import.meta.glob<string>(["../../README.md", "../../docs/*.md", "../../dataset/README.md"], {
  query: "?raw",
  import: "default",
  eager: true,
});

/** The lineage that the pages print: that of a database is made by chance. */
const LINEAGE = "5d0c8e1f72a94b36c8d1f0e4";
const HEADER = /-H (?<quote>['"])(?<name>[^:'"]+): (?<value>.*?)\k<quote>(?=\s|$)/g;
const OWN_FACTS = "docs/own-facts.md";
/** The answer of a service of which the page says before that it is set so. */
const SET: [answer: string, settings: object][] = [
  ["Only trusted documents are answered", { TRUSTED_DOCUMENTS_ONLY: "true" }],
];

/** The commands of curl and their answers, of all pages. What they change, the last of them change. */
const printed = Object.entries(pages)
  .map(([path, text]) => [path.replace("../../", ""), text] as const)
  .map(([page, text]) => [page, codeBlocks(page, text).filter(isRun).flatMap(printedIn).filter(isCurl)] as const)
  .filter(([, examples]) => examples.length > 0)
  .toSorted(([one], [other]) => rank(one) - rank(other));

function isRun(block: Printed["block"]): boolean {
  return exampleReason(block) === null && namedTest(block) === null;
}

function isCurl({ command }: Printed): boolean {
  return /(?:^|\n)curl /.test(command);
}

function rank(page: string): number {
  return ["docs/writing.md", OWN_FACTS].indexOf(page);
}

function requestOf(command: string, token: string): Request {
  const url = /https?:[^\s']+/.exec(command)![0].replace("https://entente.example.org", "http://localhost:8787");
  const headers = [...command.matchAll(HEADER)].map(({ groups }): [string, string] => [
    groups!["name"]!,
    groups!["value"]!.replace("$TOKEN", token),
  ]);
  const body = / -d '(?<body>[^']*)'/.exec(command)?.groups?.["body"] ?? null;
  return new Request(url, { method: body === null ? "GET" : "POST", headers, body });
}

/** What is printed: a head, or a body with the status before it where it is said. JSON is laid out on a page, and all else as it is. */
function laidOut(printed: string): unknown {
  if (printed.startsWith("HTTP/1.1 ")) return headOf(printed);
  const { status, body } = /^(?:(?<status>\d{3}) )?(?<body>[\s\S]*?)\s*$/.exec(printed)!.groups!;
  const json: unknown = /^[[{]/.test(body!) ? JSON.parse(body!) : body;
  return status === undefined ? json : [Number(status), json];
}

/** What a page prints of a head, but for how the connection is kept. */
const headOf = (text: string) => text.split("\n").filter((line) => line !== "" && !/^transfer-encoding:/i.test(line));

/** What a response tells of what is printed, in the same form. */
async function toldAs(printed: string, response: Response): Promise<unknown> {
  if (printed.startsWith("HTTP/1.1 ")) {
    const names = headOf(printed)
      .slice(1)
      .map((line) => line.split(":")[0]!);
    const lines = names.map((name) => `${name}: ${response.headers.get(name)}`);
    return [`HTTP/1.1 ${response.status} ${response.statusText || "OK"}`, ...lines];
  }
  // The data set is loaded here under another name than by npm start.
  const text = (await response.text()).replace('"author":"test"', '"author":"cli/load.ts"');
  return laidOut(/^\d{3} /.test(printed) ? `${response.status} ${text}` : text);
}

let key: Awaited<ReturnType<typeof makeKey>>;
beforeAll(async () => {
  key = await makeKey("k1");
  await loadDataset();
  await env.DB.prepare("update lineages set lineage = ?").bind(LINEAGE).run();
});

it("many pages print answers", () => {
  expect(printed.length).toBeGreaterThan(8);
});

it("docs/writing.md prints what a membership without citations is told", async () => {
  const [block] = codeBlocks("docs/writing.md", pages["../../docs/writing.md"]!).filter(({ text }) =>
    text.startsWith('"errors"'),
  );
  const query = `mutation { joinAlliance(input: { alliance: "nato", actor: "japan", role: MEMBER, citations: [] }, reason: "r") { errors { code path message } } }`;
  const headers = { "content-type": "application/json", authorization: `Bearer ${await key.sign()}` };
  const request = new Request("http://localhost/graphql", { method: "POST", headers, body: JSON.stringify({ query }) });
  const { response } = await fetchNoting(request, trusting(key));
  expect(await response.json()).toMatchObject({ data: { joinAlliance: JSON.parse(`{${block!.text}}`) as object } });
});

describe.each(printed)("%s", (page, examples) => {
  beforeAll(async () => {
    if (page !== OWN_FACTS) return;
    await empty();
    const now = "2026-11-24T00:00:00.000Z";
    await applyChangeset(env.DB, [{ file: "facts.json", json: facts }], { author: "test", reason: "Own", now });
  });

  it.each(examples)("prints what is answered to $command", async ({ command, answer }) => {
    const token = await key.sign({ name: "Ada", role: "editor" });
    const own = page === OWN_FACTS ? { DATASET_NAME: about.name, DATASET_LICENCE: about.licence } : {};
    const set = SET.find(([text]) => answer.includes(text))?.[1] ?? {};
    const { response } = await fetchNoting(requestOf(command, token), { ...trusting(key), ...own, ...set });
    expect(await toldAs(answer, response)).toEqual(laidOut(answer));
  });
});
