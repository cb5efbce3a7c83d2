import { existsSync } from "node:fs";
import { type Browser, chromium, type Page } from "playwright-core";

const CHROMIUM = "/usr/bin/chromium";
const QUIET =
  "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run " +
  "--disable-background-networking --disable-component-update --disable-sync";

export async function launchBrowser(): Promise<Browser> {
  if (!existsSync(CHROMIUM))
    throw new Error(`The browser tests need Chromium at ${CHROMIUM}. Install it with: apt-get install chromium`);
  return chromium.launch({ executablePath: CHROMIUM, args: QUIET.split(" ") });
}

/** A page of a new visitor, with what it asked for and what it complained about. */
export interface Visit {
  page: Page;
  /** Every address requested, and the body sent to it. */
  requests: { url: string; body: string | null }[];
  /** Errors of the page and of the console: a breach of the content security policy is one of these. */
  complaints: string[];
}

export async function visit(browser: Browser): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 1400 } });
  const requests: Visit["requests"] = [];
  const complaints: string[] = [];
  context.on("request", (request) => requests.push({ url: request.url(), body: request.postData() }));
  context.on("requestfailed", (request) => complaints.push(`${request.url()} failed: ${request.failure()?.errorText}`));
  context.on("weberror", (error) => complaints.push(String(error.error())));
  context.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
  });
  // For a machine with much else to do.
  context.setDefaultTimeout(120_000);
  return { page: await context.newPage(), requests, complaints };
}

/** The text an editor shows, on one line: Monaco wraps lines, and draws every space as one that does not break. */
export async function shown(page: Page, editor: "Operation Editor" | "Variables" | "Result Window"): Promise<string> {
  const lines = page.getByLabel(editor, { exact: true }).locator(".view-line");
  const placed = await lines.evaluateAll((nodes) =>
    nodes.map((node) => ({ top: node.getBoundingClientRect().top, text: node.textContent ?? "" })),
  );
  return placed
    .toSorted((a, b) => a.top - b.top)
    .map(({ text }) => text)
    .join(" ")
    .replace(/\s+/g, " ")
    .trim();
}
