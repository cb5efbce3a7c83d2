import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { linkTo, readLink } from "../../web/link.ts";
import { questionTexts } from "../../web/question-folder.ts";
import { questionsIn } from "../../web/question.ts";
import { violations } from "./accessibility.ts";
import { launchBrowser, shown, type Visit, visit } from "./browser.ts";
import { serveSite, type ServedSite } from "./served-site.ts";

const folder = join(import.meta.dirname, "../queries");
const questions = questionsIn(questionTexts(folder));
const [partners] = questions;
const STATE_NAME = 'query StateName { actor(slug: "japan") { name } }';
const WAIT = { timeout: 120_000, interval: 100 };
/** A server and a browser start, on a machine with much else to do. */
const SLOW_MS = 10 * 60_000;

let browser: Browser;
let site: ServedSite;
const visits: Visit[] = [];

beforeAll(async () => {
  browser = await launchBrowser();
  site = await serveSite();
}, SLOW_MS);

afterAll(async () => {
  await browser?.close();
  await site?.stop();
});

afterEach(async () => {
  for (const { page } of visits.splice(0)) await page.context().close();
});

async function open(path: string): Promise<Visit> {
  const opened = await visit(browser);
  visits.push(opened);
  await opened.page.goto(site.url + path);
  return opened;
}

test("takes the question every client knows from the first query file", () => {
  expect(partners?.title).toBe("Who are Japan's reciprocal access partners on 7 May 2022?");
});

test("is where a browser comes to that opens the address of the API", async () => {
  const { page } = await open("/graphql");
  expect(new URL(page.url()).pathname).toBe("/graphiql");
  await page.getByRole("region", { name: "Questions" }).waitFor();
  const answer = await page.goto(`${site.url}/graphql?query=${encodeURIComponent(STATE_NAME)}`);
  expect(await answer!.json()).toMatchObject({ data: { actor: { name: "Japan" } } });
});

test("shows the questions, and answers the one that is picked", async () => {
  const { page } = await open(linkTo({ query: STATE_NAME }));
  await expect.poll(() => shown(page, "Result Window"), WAIT).toContain('"Japan"');
  const panel = page.getByRole("region", { name: "Questions" });
  await expect.poll(() => panel.getByRole("button").allInnerTexts(), WAIT).toEqual(questions.map(({ title }) => title));
  await panel.getByRole("button", { name: partners!.title }).click();
  await expect.poll(() => shown(page, "Result Window"), WAIT).toContain('"Australia"');
  expect(await shown(page, "Operation Editor")).toContain("query RaaPartners");
  expect(await shown(page, "Variables")).toContain('"2022-05-07"');
});

test("pins a question that asks for an older revision, and the next one not, and leaves a mutation to be run", async () => {
  const pinned = questions.find(({ revision }) => revision !== "")!;
  const mutation = questions.find(({ query }) => /^mutation/m.test(query))!;
  const { page, requests } = await open(linkTo(pinned));
  await expect.poll(() => shown(page, "Result Window"), WAIT).toContain('"AUKUS"');
  await page.getByRole("button", { name: "Headers", exact: true }).click();
  await expect.poll(() => shown(page, "Headers"), WAIT).toContain(`"Entente-Revision": "${pinned.revision}"`);
  const [answer] = await Promise.all([
    page.waitForResponse("**/graphql"),
    page.getByRole("button", { name: /Execute query/ }).click(),
  ]);
  expect(await answer.json()).toMatchObject({ extensions: { revision: Number(pinned.revision) } });
  expect(readLink(new URL(page.url()).search)?.revision).toBe(pinned.revision);
  const panel = page.getByRole("region", { name: "Questions" });
  await panel.getByRole("button", { name: partners!.title }).click();
  await expect.poll(() => shown(page, "Result Window"), WAIT).toContain('"Australia"');
  await expect.poll(() => shown(page, "Headers"), WAIT).not.toContain("Entente-Revision");
  const asked = requests.length;
  await panel.getByRole("button", { name: mutation.title }).click();
  await expect.poll(() => shown(page, "Operation Editor"), WAIT).toContain("mutation EnterStatement");
  expect(await shown(page, "Result Window")).not.toContain('"Australia"');
  await page.getByRole("button", { name: /Execute query/ }).click();
  await expect.poll(() => shown(page, "Result Window"), WAIT).toContain("UNAUTHENTICATED");
  expect(requests.slice(asked).filter(({ url }) => url.endsWith("/graphql"))).toHaveLength(1);
});

test("asks nothing of any other host, and breaks no rule of its own policy", async () => {
  const { page, requests, complaints } = await open("/graphiql");
  await expect.poll(() => shown(page, "Result Window"), WAIT).toContain('"Australia"');
  for (const panel of ["GraphiQL Explorer", "Documentation Explorer", "History"]) {
    await page.getByRole("button", { name: `Show ${panel}` }).click();
    await page.getByRole("button", { name: `Hide ${panel}` }).waitFor();
  }
  await page.getByRole("button", { name: "Prettify" }).click();
  await page.waitForLoadState("networkidle");
  const policy = (await page.request.get(`${site.url}/graphiql`)).headers()["content-security-policy"];
  expect(policy).toContain("default-src 'none'; script-src 'self';");
  expect(requests.some(({ url }) => url.includes("graphql.worker"))).toBe(true);
  const strangers = requests.filter(({ url }) => !url.startsWith(`${site.url}/`) && !url.startsWith("data:"));
  expect(strangers).toEqual([]);
  expect(complaints).toEqual([]);
});

test("has nothing that axe finds wrong, whichever panel is open, on either page", async () => {
  const { page } = await open("/graphiql");
  await expect.poll(() => shown(page, "Result Window"), WAIT).toContain('"Australia"');
  expect({ questions: await violations(page) }).toEqual({ questions: [] });
  for (const panel of ["GraphiQL Explorer", "Documentation Explorer", "History"]) {
    await page.getByRole("button", { name: `Show ${panel}` }).click();
    await page.getByRole("button", { name: `Hide ${panel}` }).waitFor();
    expect({ panel, found: await violations(page) }).toEqual({ panel, found: [] });
  }
  await page.goto(`${site.url}/`);
  expect(await violations(page)).toEqual([]);
});

test("leaves Run above the completions, the search as wide as its panel, and says that a link was copied", async () => {
  const { page } = await open(linkTo({ query: STATE_NAME }));
  await page.setViewportSize({ width: 1280, height: 800 });
  await expect.poll(() => shown(page, "Result Window"), WAIT).toContain('"Japan"');
  await page.getByLabel("Operation Editor").locator(".view-line").first().click();
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.press("Delete");
  await page.keyboard.type('{ actor(slug: "japan") { p');
  await page.locator(".suggest-widget.visible .monaco-list-row").first().waitFor();
  await page.getByRole("button", { name: /Execute query/ }).click({ trial: true });
  await page.keyboard.press("Escape");

  await page.getByRole("button", { name: "Copy link" }).click();
  await expect
    .poll(() => page.getByRole("status").allInnerTexts(), WAIT)
    .toContainEqual(expect.stringMatching(/copied|copy/));

  await page.getByRole("button", { name: "Show Documentation Explorer" }).click();
  const search = page.getByRole("combobox").first();
  await search.fill("partner");
  await page.getByRole("option").first().waitFor();
  const [panel, field, list] = await Promise.all(
    [page.locator(".graphiql-plugin"), search, page.getByRole("listbox")].map((part) => part.boundingBox()),
  );
  expect(field!.width).toBeGreaterThan(panel!.width / 2);
  expect(list!.x + list!.width).toBeLessThanOrEqual(panel!.x + panel!.width + 1);
});

test("says what is wrong with a broken link, and opens as ever for one without a query", async () => {
  const { page } = await open(linkTo({ query: "{ actor(slug: " }));
  await expect.poll(() => shown(page, "Result Window"), WAIT).toContain("Syntax Error");
  const { page: other } = await open("/graphiql?query=&variables=%7B%7D");
  await expect.poll(() => shown(other, "Result Window"), WAIT).toContain('"Australia"');
});

test("opens a link's query with its answer, before the tabs of the last visit", async () => {
  const { page } = await open("/graphiql");
  await expect.poll(() => shown(page, "Result Window"), WAIT).toContain('"Australia"');
  await page.waitForFunction(() => localStorage.getItem("graphiql:tabState") !== null);
  await page.goto(site.url + linkTo({ query: STATE_NAME }));
  await expect.poll(() => shown(page, "Operation Editor"), WAIT).toBe(STATE_NAME);
  await expect.poll(() => shown(page, "Result Window"), WAIT).toContain('"name": "Japan"');
  expect(await shown(page, "Variables")).toBe("");
});

test("runs the operation a link names", async () => {
  const query = `${STATE_NAME}\nquery Kind { __typename }`;
  const { page, requests } = await open(linkTo({ query, operationName: "Kind" }));
  await expect.poll(() => shown(page, "Result Window"), WAIT).toContain('"__typename": "Query"');
  expect(requests.some(({ body }) => body?.includes('"operationName":"Kind"'))).toBe(true);
});

test("never runs the mutation of a link by itself", async () => {
  const { page, requests } = await open(linkTo({ query: "mutation Meddle { __typename }" }));
  await expect.poll(() => shown(page, "Operation Editor"), WAIT).toContain("mutation Meddle");
  await page.getByRole("button", { name: "Show Documentation Explorer" }).click();
  await page.getByText("Root Types").waitFor();
  expect(requests.filter(({ body }) => body?.includes("Meddle"))).toEqual([]);
});

test("shows variables that are no JSON as they came", async () => {
  const { page, complaints } = await open(linkTo({ query: STATE_NAME, variables: '{"asOf": soon' }));
  await expect.poll(() => shown(page, "Variables"), WAIT).toBe('{"asOf": soon');
  await expect.poll(() => shown(page, "Result Window"), WAIT).toContain("Variables are invalid JSON");
  expect(complaints).toEqual([]);
});

test("keeps the address in step with the editor", async () => {
  const { page } = await open(linkTo({ query: STATE_NAME }));
  await page.getByLabel("Operation Editor").locator(".view-line").first().click();
  await page.keyboard.press("ControlOrMeta+End");
  await page.keyboard.type(" # edited");
  await expect.poll(() => readLink(new URL(page.url()).search)?.query, WAIT).toBe(`${STATE_NAME} # edited`);
});

test("keeps what was written when a question is picked", async () => {
  const { page } = await open(linkTo({ query: STATE_NAME }));
  await expect.poll(() => shown(page, "Result Window"), WAIT).toContain('"Japan"');
  await page.getByRole("button", { name: partners!.title }).click();
  await expect.poll(() => shown(page, "Result Window"), WAIT).toContain('"Australia"');
  await page.getByRole("button", { name: "StateName" }).click();
  await expect.poll(() => shown(page, "Operation Editor"), WAIT).toBe(STATE_NAME);
});

test("lists the questions on the landing page, and each link asks its question", async () => {
  const { page, requests, complaints } = await open("/");
  expect(await page.title()).toBe("Entente");
  expect(await page.locator("ol.questions a").allInnerTexts()).toEqual(questions.map(({ title }) => title));
  expect(requests.filter(({ url }) => url.endsWith(".js"))).toEqual([]);
  await page.getByRole("link", { name: partners!.title }).click();
  await expect.poll(() => shown(page, "Operation Editor"), WAIT).toContain("query RaaPartners");
  await expect.poll(() => shown(page, "Result Window"), WAIT).toContain('"Australia"');
  expect(complaints).toEqual([]);
});
