import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { localToken } from "../../cli/local/local-identity.ts";
import { linkTo } from "../../web/link.ts";
import { launchBrowser, shown, visit } from "./browser.ts";
import { serveSite, type ServedSite } from "./served-site.ts";

const WAIT = { timeout: 120_000, interval: 100 };
/** A server and a browser start, on a machine with much else to do. */
const SLOW_MS = 10 * 60_000;
/** Where each step leaves its picture, for people to look at; git ignores it. */
const PICTURES = join(import.meta.dirname, "../../.wrangler/walk");

const KEY = "walk-in-graphiql";
const TEXT = "Johnson proposed that NATO move into Asia.";
const INPUT = `input: { key: "${KEY}", form: PARAPHRASE, text: "${TEXT}", language: "en", speaker: "boris-johnson", article: "china-responds-nato-in-asia", targets: [{ alliance: "nato", stance: SUPPORTIVE }], citations: [{ article: "china-responds-nato-in-asia", exact: "The two Prime Ministers openly proposed moving NATO into Asia" }] }`;
const FIND = `query Walk { statements(filter: { speaker: "boris-johnson" }) { nodes { id text } } }`;

let browser: Browser;
let site: ServedSite;
let page: Page;

beforeAll(async () => {
  mkdirSync(PICTURES, { recursive: true });
  browser = await launchBrowser();
  site = await serveSite();
  ({ page } = await visit(browser));
  await page.goto(site.url + linkTo({ query: "{ dataset { revision } }" }));
}, SLOW_MS);

afterAll(async () => {
  await browser?.close();
  await site?.stop();
});

/** Replaces what an editor holds. Inserted at once, since Monaco closes brackets as they are typed. */
async function write(editor: "Operation Editor" | "Headers", text: string): Promise<void> {
  await page.getByLabel(editor, { exact: true }).locator(".monaco-editor:visible").first().click();
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.press("Delete");
  await page.keyboard.insertText(text);
}

/** Runs an operation, always of one name since GraphiQL learns of another with delay, and gives its answer, once it holds what is looked for. */
async function ask(picture: string, operation: string, contains: string | RegExp): Promise<string> {
  await write("Operation Editor", operation);
  await page.getByRole("button", { name: /Execute query/ }).click();
  await expect.poll(() => shown(page, "Result Window"), WAIT).toMatch(contains);
  await page.screenshot({ path: join(PICTURES, `${picture}.png`) });
  return shown(page, "Result Window");
}

async function asWhom(headers: object): Promise<void> {
  await page.getByRole("button", { name: "Headers", exact: true }).click();
  await write("Headers", JSON.stringify(headers));
}

test(
  "a token, a dry run, a statement with its citation, its retraction, its history, and the revision before",
  async () => {
    await expect.poll(() => shown(page, "Result Window"), WAIT).toContain('"revision": 1');
    await ask(
      "1-without-a-token",
      `mutation Walk { addStatement(${INPUT}, reason: "A walk") { revision { number } } }`,
      /UNAUTHENTICATED/,
    );

    const authorization = `Bearer ${await localToken({ name: "Ada", role: "editor", hours: 1 })}`;
    await asWhom({ authorization });
    await ask(
      "2-dry-run",
      `mutation Walk { addStatement(${INPUT}, reason: "A walk", dryRun: true) { revision { number } preview { action fields { name after } } errors { message } } }`,
      /"revision": null.*"action": "CREATED".*"errors": \[\]/,
    );
    expect(await ask("3-nothing-written", FIND, /"nodes"/)).not.toContain(TEXT);

    const added = await ask(
      "4-added",
      `mutation Walk { addStatement(${INPUT}, reason: "A walk") { revision { number author } node { id } errors { message } } }`,
      /"number": 2, "author": "Ada"/,
    );
    const id = /"id": "(\w+)"/.exec(added)?.[1] ?? "";
    await ask("5-found", FIND, /Johnson proposed that NATO move into Asia/);

    await ask(
      "6-retracted",
      `mutation Walk { retract(id: "${id}", reason: "Only a walk") { revision { number } errors { message } } }`,
      /"number": 3/,
    );
    expect(await ask("7-gone", FIND, /"nodes"/)).not.toContain(TEXT);
    await ask(
      "8-history",
      `query Walk { changes(since: 1) { nodes { action nodeId revision { number author reason } } } }`,
      /"CREATED".*"A walk".*"RETRACTED".*"Only a walk"/,
    );

    await asWhom({ authorization, "Entente-Revision": "2" });
    await ask("9-the-revision-before", FIND, /Johnson proposed that NATO move into Asia.*"revision": 2/);
  },
  SLOW_MS,
);
