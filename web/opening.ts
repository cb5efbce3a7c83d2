import { type Link, readLink } from "./link.ts";
import { questions } from "./question-list.ts";

/** What the page opens with: the link's query, else the tabs of the last visit (null), else the first question. */
export function openingLink(): Link | null {
  const link = readLink(location.search);
  if (link) return link;
  if (localStorage.getItem("graphiql:tabState")) return null;
  const first = questions[0];
  return first ? { query: first.query, variables: first.variables, operationName: "" } : null;
}
