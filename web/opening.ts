import { type Link, readLink } from "./link.ts";
import { questions } from "./question-list.ts";

/** What the page opens with: the query of a link that has one, else the tabs of the last visit (null), else the first question. */
export function openingLink(): Link | null {
  const link = readLink(location.search);
  if (link && link.query.trim() !== "") return link;
  if (localStorage.getItem("graphiql:tabState")) return null;
  const first = questions[0];
  return first ? { ...first, operationName: "" } : null;
}
