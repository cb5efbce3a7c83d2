import { questionsIn } from "./question.ts";

const queries = import.meta.glob<string>("../test/queries/[0-9][0-9]-*.graphql", {
  query: "?raw",
  eager: true,
  import: "default",
});
const variables = import.meta.glob<string>("../test/queries/[0-9][0-9]-*.variables.json", {
  query: "?raw",
  eager: true,
  import: "default",
});

/** The questions as they were when the page was built. */
export const questions = questionsIn({ ...queries, ...variables });
