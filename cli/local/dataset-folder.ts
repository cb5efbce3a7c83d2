import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, parse, relative, resolve } from "node:path";
import { type About, licenceFault, nameFault, SHIPPED } from "../../src/domain/about.ts";
import { root } from "./tool.ts";

/** A data set as a folder: change sets, the questions that GraphiQL lists, and what the whole is called and licensed under. */
export interface DatasetFolder {
  /** Whether it is the one that ships. */
  isShipped: boolean;
  about: About;
  /** The change sets. */
  files: string[];
  /** Where the questions are. */
  questions: string;
  /** Where its local database is, as of `wrangler dev --persist-to`. */
  persistTo: string;
  /** Where its pages are built. */
  pages: string;
}

const ABOUT = "about.json";
const NO_CHANGESETS = new Set(["changeset.schema.json", ABOUT]);

/**
 * The data set in a folder; the one that ships when left out.
 * @throws an error that names what is missing or wrong in the folder
 */
export function datasetFolder(path?: string): DatasetFolder {
  const shipped = join(root, "dataset");
  const folder = path === undefined ? shipped : resolve(path);
  if (!existsSync(folder) || !statSync(folder).isDirectory()) throw new Error(`${path}: there is no such folder`);
  const files = readdirSync(folder)
    .filter((name) => name.endsWith(".json") && !NO_CHANGESETS.has(name))
    .toSorted()
    .map((name) => join(folder, name));
  if (folder === shipped) {
    return {
      isShipped: true,
      about: SHIPPED,
      files,
      questions: join(root, "test/queries"),
      persistTo: join(root, ".wrangler/state"),
      pages: join(root, "web/dist"),
    };
  }
  const own = join(root, ".wrangler/dataset", placeOf(folder));
  return {
    isShipped: false,
    about: readAbout(folder),
    files,
    questions: join(folder, "questions"),
    persistTo: join(own, "state"),
    pages: join(own, "pages"),
  };
}

/** A folder as a path of its own beneath another: two that are called alike have not one database. */
function placeOf(folder: string): string {
  const within = relative(root, folder);
  return within.startsWith("..") ? relative(parse(folder).root, folder) : within;
}

/** The settings that tell a Worker about the data that it serves. */
export function settingsOf({ isShipped, about }: DatasetFolder): Record<string, string> {
  return isShipped ? {} : { DATASET_NAME: about.name, DATASET_LICENCE: about.licence };
}

function readAbout(folder: string): About {
  const file = join(folder, ABOUT);
  const wanted = `{"name": "What the data are called", "licence": "CC0-1.0"}`;
  if (!existsSync(file)) throw new Error(`${file} is missing: write ${wanted} there, with your own name and licence`);
  let about: Partial<Record<keyof About, unknown>> | null;
  try {
    about = JSON.parse(readFileSync(file, "utf8")) as typeof about;
  } catch (error) {
    throw new Error(`${file} is not JSON: write ${wanted} there`, { cause: error });
  }
  const read = (key: keyof About, faultOf: (text: string) => string | null) => {
    const text = about?.[key];
    const fault = faultOf(typeof text === "string" ? text : "");
    if (fault === null) return text as string;
    throw new Error(`${file}: ${key} is ${JSON.stringify(text ?? null)}: ${fault}`);
  };
  return { name: read("name", nameFault), licence: read("licence", licenceFault) };
}
