import type { Plugin } from "vite";
import { questionTexts } from "./question-folder.ts";
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
  return questionsIn(questionTexts(folder))
    .map((question) => `<li><a href="${escapeHtml(questionLink(question))}">${escapeHtml(question.title)}</a></li>`)
    .join("\n");
}

export function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
