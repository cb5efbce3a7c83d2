import { existsSync, globSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { parse } from "graphql";
import type { Question } from "./question.ts";

const folder = join(import.meta.dirname, "../../test/queries");

/** The golden queries, each under the name of its file. */
export const goldenQuestions: readonly Question[] = globSync("*.graphql", { cwd: folder })
  .toSorted()
  .map((file) => {
    const name = basename(file, ".graphql");
    const variables = join(folder, `${name}.variables.json`);
    return {
      name: nameOf(name),
      document: parse(readFileSync(join(folder, file), "utf8"), { noLocation: true }),
      variables: existsSync(variables) ? (JSON.parse(readFileSync(variables, "utf8")) as Record<string, unknown>) : {},
    };
  });

/** `Golden01RaaPartners` of `01-raa-partners`. */
function nameOf(file: string): string {
  const words = file.split("-").map((word) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`);
  return `Golden${words.join("")}`;
}
