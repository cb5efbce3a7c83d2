import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";

const MODULE = "virtual:question-texts";

/** The files of questions in a folder, and in the folders within it: a text, and its variables and headers. */
const FILES = "{*/,}[0-9][0-9]-*.{graphql,variables.json,headers.json}";

/** The texts of the files in a folder of questions, by path; none where there is no such folder. */
export function questionTexts(folder: string): Record<string, string> {
  const files = globSync(FILES, { cwd: folder });
  return Object.fromEntries(
    files.map((file) => [`/${file.replaceAll("\\", "/")}`, readFileSync(join(folder, file), "utf8")]),
  );
}

/** Gives the page the questions of a folder, which is not the same for every data set. */
export function questionModule(folder: string): Plugin {
  return {
    name: "entente-questions",
    resolveId: (id) => (id === MODULE ? `\0${MODULE}` : undefined),
    load: (id) => (id === `\0${MODULE}` ? `export default ${JSON.stringify(questionTexts(folder))}` : undefined),
  };
}
