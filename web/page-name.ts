import type { Plugin } from "vite";
import { escapeHtml } from "./landing-question.ts";

const PLACEHOLDER = "%NAME%";

/** Writes what the data are called into the pages when they are built. */
export function pageName(name: string): Plugin {
  return {
    name: "entente-page-name",
    config: () => ({ define: { "import.meta.env.ENTENTE_NAME": JSON.stringify(name) } }),
    transformIndexHtml: { order: "pre", handler: (html) => html.replaceAll(PLACEHOLDER, () => escapeHtml(name)) },
  };
}
