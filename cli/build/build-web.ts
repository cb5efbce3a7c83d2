/** `node cli/build/build-web.ts`: builds the pages of a data set if they are missing or older than what they are made of. */
import { existsSync, globSync, statSync } from "node:fs";
import { join } from "node:path";
import { datasetFolder, type DatasetFolder } from "../local/dataset-folder.ts";
import { root, runToolWith } from "../local/tool.ts";

const sources = ["web/*.*", "web/public/*", "documents/**", "schema/schema.graphql", "package-lock.json"];

/** @throws an error that tells what cannot be built */
export function buildWeb(dataset: DatasetFolder = datasetFolder()): void {
  if (isBuilt(dataset)) return;
  // The variables that web/vite.config.ts reads.
  const variables = { ENTENTE_NAME: dataset.about.name, ENTENTE_QUESTIONS: dataset.questions };
  const options = ["--config", "web/vite.config.ts", "--outDir", dataset.pages, "--logLevel", "warn"];
  const { ok, output } = runToolWith(variables, "vite", "build", ...options);
  if (!ok) throw new Error(`The pages could not be built:\n${output}`);
}

/** Whether the pages are there, and younger than all that they are made of. */
export function isBuilt({
  isShipped,
  pages,
  questions,
}: Pick<DatasetFolder, "isShipped" | "pages" | "questions">): boolean {
  const built = join(pages, "graphiql.html");
  if (!existsSync(built)) return false;
  const files = globSync(sources, { cwd: root }).map((file) => join(root, file));
  // The folder is younger than a question that came into it with an old date, or went.
  if (existsSync(questions))
    files.push(questions, ...globSync("*", { cwd: questions }).map((file) => join(questions, file)));
  // The name is in a file beside the questions.
  if (!isShipped) files.push(join(questions, "../about.json"));
  return files.every((file) => statSync(file).mtimeMs < statSync(built).mtimeMs);
}

if (import.meta.main) buildWeb();
