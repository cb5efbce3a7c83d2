import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";

const MODULE = "virtual:question-texts";

/** The texts of the files in a folder of questions, by path; none where there is no such folder. */
export function questionTexts(folder: string): Record<string, string> {
  if (!existsSync(folder)) return {};
  const names = readdirSync(folder).filter((name) => /\.(?:graphql|variables\.json)$/.test(name));
  return Object.fromEntries(names.map((name) => [`/${name}`, readFileSync(join(folder, name), "utf8")]));
}

/** Gives the page the questions of a folder, which is not the same for every data set. */
export function questionModule(folder: string): Plugin {
  return {
    name: "entente-questions",
    resolveId: (id) => (id === MODULE ? `\0${MODULE}` : undefined),
    load: (id) => {
      if (id !== `\0${MODULE}`) return undefined;
      const asked = Object.entries(questionTexts(folder)).filter(([path]) => /^\/\d\d-/.test(path));
      return `export default ${JSON.stringify(Object.fromEntries(asked))}`;
    },
  };
}
