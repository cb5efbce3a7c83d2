import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { linkTo } from "../../web/link.ts";
import { launchBrowser, shown, visit } from "./browser.ts";
import { serveSite, type ServedSite } from "./served-site.ts";

const WAIT = { timeout: 120_000, interval: 100 };
/** A server and a browser start, on a machine with much else to do. */
const SLOW_MS = 10 * 60_000;

let browser: Browser;
let site: ServedSite;

beforeAll(async () => {
  browser = await launchBrowser();
  site = await serveSite({ TRUSTED_DOCUMENTS_ONLY: "true" });
}, SLOW_MS);

afterAll(async () => {
  await browser?.close();
  await site?.stop();
});

test(
  "GraphiQL has its schema and its questions where only trusted documents are answered, and nothing else",
  async () => {
    const { page } = await visit(browser);
    const answerTo = async (act: () => Promise<unknown>): Promise<object> => {
      const [response] = await Promise.all([page.waitForResponse("**/graphql"), act()]);
      return (await response.json()) as object;
    };
    await page.goto(`${site.url}/graphiql`);
    await page.getByRole("button", { name: "Show Documentation Explorer" }).click();
    await page.getByText("Root Types").waitFor();
    await expect.poll(() => shown(page, "Result Window"), WAIT).toContain('"Australia"');
    await page.getByRole("button", { name: "Show Questions" }).click();

    const answered = { data: expect.anything() as unknown, extensions: expect.anything() as unknown };
    const questions = await page.getByRole("region", { name: "Questions" }).getByRole("button").all();
    expect(questions.length).toBeGreaterThan(10);
    // The last one is a mutation, which is trusted, and run by hand.
    const mutation = questions.pop()!;
    for (const question of questions) {
      expect(await answerTo(() => question.click())).toEqual(answered);
    }
    await mutation.click();
    expect(await answerTo(() => page.getByRole("button", { name: /Execute query/ }).click())).toMatchObject({
      errors: [{ extensions: { code: "UNAUTHENTICATED" } }],
    });
    await questions[0]!.click();
    await page.getByRole("button", { name: "Prettify" }).click();
    expect(await answerTo(() => page.getByRole("button", { name: /Execute query/ }).click())).toEqual(answered);

    await page.goto(site.url + linkTo({ query: "{ actors { totalCount } }" }));
    await expect.poll(() => shown(page, "Result Window"), WAIT).toContain('"FORBIDDEN"');
  },
  SLOW_MS,
);
