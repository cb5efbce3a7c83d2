import type { Fetcher } from "@graphiql/toolkit";

/** Asks this site's own endpoint, as the GraphQL over HTTP specification has it. */
export const fetcher: Fetcher = async (request, options) => {
  const response = await fetch("/graphql", {
    method: "POST",
    headers: {
      Accept: "application/graphql-response+json, application/json",
      "Content-Type": "application/json",
      ...options?.headers,
    },
    body: JSON.stringify(request),
  });
  const text = await response.text();
  try {
    return JSON.parse(text);
  } catch {
    throw new Error(`The service answered ${response.status} without JSON: ${text.slice(0, 500)}`);
  }
};
