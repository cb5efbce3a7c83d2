import { join } from "node:path";
import { defineConfig } from "vite";
import { landingQuestions } from "./landing-question.ts";
import { pageName } from "./page-name.ts";
import { questionModule } from "./question-folder.ts";
import { trustedDocumentFiles } from "./trusted-document-file.ts";

const web = import.meta.dirname;
// cli/build/build-web.ts says them of another data set than the one that ships.
const name = process.env["ENTENTE_NAME"] ?? "Entente";
const questions = process.env["ENTENTE_QUESTIONS"] ?? join(web, "../test/queries");

export default defineConfig({
  root: web,
  plugins: [
    pageName(name),
    questionModule(questions),
    landingQuestions(questions),
    trustedDocumentFiles(join(web, "../schema/schema.graphql"), [
      { folder: questions, files: "{*/,}[0-9][0-9]-*.graphql" },
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
