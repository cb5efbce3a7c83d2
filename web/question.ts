import { linkTo } from "./link.ts";
import { revisionIn } from "./pin.ts";

/** A question Entente answers: its words, and the query that asks it. */
export interface Question {
  title: string;
  query: string;
  variables: string;
  /** The revision that it is pinned to; empty where it asks for what is known today. */
  revision: string;
}

/** The golden queries whose name begins with two digits are the questions, in the order of these. */
const QUESTION_FILE = /\/\d\d-[^/]+\.graphql$/;

/** Reads the questions from the texts of the files, keyed by path. */
export function questionsIn(texts: Record<string, string>): Question[] {
  return Object.keys(texts)
    .filter((path) => QUESTION_FILE.test(path))
    .toSorted((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1))
    .map((path) => ({
      title: titleOf(path, texts[path]!),
      query: texts[path]!.trimEnd(),
      variables: (texts[path.replace(/\.graphql$/, ".variables.json")] ?? "").trimEnd(),
      revision: revisionIn(texts[path.replace(/\.graphql$/, ".headers.json")] ?? ""),
    }));
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

function titleOf(path: string, query: string): string {
  const title = /^# *(\S.*)/.exec(query)?.[1];
  if (title === undefined) throw new Error(`${path} begins with a comment that words its question`);
  return title.trimEnd();
}

/** The link that opens GraphiQL with the question asked. */
export function questionLink(question: Question): string {
  const { query, variables, revision } = question;
  return linkTo({ query, variables, revision });
}
