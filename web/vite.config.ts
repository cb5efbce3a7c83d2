import { join } from "node:path";
import { defineConfig } from "vite";
import { landingQuestions } from "./landing-question.ts";
import { trustedDocumentFiles } from "./trusted-document-file.ts";

const web = import.meta.dirname;

export default defineConfig({
  root: web,
  plugins: [
    landingQuestions(join(web, "../test/queries")),
    trustedDocumentFiles(join(web, "../schema/schema.graphql"), [
      { folder: join(web, "../test/queries"), files: "[0-9][0-9]-*.graphql" },
      { folder: join(web, "../documents"), files: "**/*.{graphql,json}" },
      { folder: web, files: "*.graphql" },
    ]),
  ],
  build: {
    outDir: "dist",
    emptyOutDir: true,
    target: "es2023",
    // The page's policy allows scripts and workers from its own origin only, never from data: or blob: URLs.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // Monaco is one large library; splitting it would only add requests.
    chunkSizeWarningLimit: 5_000,
    rolldownOptions: {
      input: [join(web, "index.html"), join(web, "graphiql.html")],
      // "use client" in a library means nothing here.
      checks: { moduleLevelDirective: false },
    },
  },
  worker: { format: "es" },
  server: {
    fs: { allow: [join(web, "..")] },
    proxy: { "/graphql": "http://127.0.0.1:8787", "/health": "http://127.0.0.1:8787" },
  },
});
