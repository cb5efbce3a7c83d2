import { writeCursor } from "../../schema/connection/cursor.ts";
import type { HttpRequest } from "../measure/http-client.ts";
import type { Question } from "../query/question.ts";
import type { Place, Variables } from "../query/variable-set.ts";

const JSON_TYPE = { "content-type": "application/json", accept: "application/json" };

export function post(
  { document, operationName }: Pick<Question, "document" | "operationName">,
  variables: Variables,
  path = "/graphql",
): HttpRequest {
  const body = JSON.stringify({ query: document, operationName, variables });
  return { method: "POST", path, headers: JSON_TYPE, body };
}

export function get({ document, operationName }: Question, variables: Variables): HttpRequest {
  const search = new URLSearchParams({ query: document, operationName, variables: JSON.stringify(variables) });
  return { method: "GET", path: `/graphql?${search.toString()}`, headers: { accept: "application/json" } };
}

/** With the cursors of Entente. */
export function withCursor(variables: Variables): Variables {
  return withAfter(variables, ({ day, id }) => {
    // In the order that the schema has them in.
    const filter = { targetAlliance: variables["alliance"], stance: ["CRITICAL", "NEUTRAL"] };
    return writeCursor(`Query.statements${JSON.stringify({ filter })}`, [day, id]);
  });
}

/** With cursors that are what they stand for. */
export function withPlainCursor(variables: Variables): Variables {
  return withAfter(variables, ({ day, id }) => `${day}~${id}`);
}

function withAfter(variables: Variables, cursorOf: (place: Place) => string): Variables {
  const { after, ...rest } = variables;
  return after === undefined ? variables : { ...rest, after: cursorOf(after as Place) };
}
