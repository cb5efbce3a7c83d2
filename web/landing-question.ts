import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";
import { questionLink, questionsIn } from "./question.ts";

const PLACEHOLDER = "<!-- questions -->";

/** Writes the questions into the landing page when it is built, so that it needs no script. */
export function landingQuestions(folder: string): Plugin {
  return {
    name: "entente-landing-questions",
    transformIndexHtml(html) {
      return html.replace(PLACEHOLDER, () => listItems(folder));
    },
  };
}

function listItems(folder: string): string {
  const texts: Record<string, string> = {};
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (/\.(graphql|variables\.json)$/.test(name)) texts[path] = readFileSync(path, "utf8");
  }
  return questionsIn(texts)
    .map((question) => `<li><a href="${escapeHtml(questionLink(question))}">${escapeHtml(question.title)}</a></li>`)
    .join("\n");
}

function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
