/** What a link into GraphiQL carries, in the parameter names GraphiQL has always used, and in one of ours. */
export interface Link {
  query: string;
  variables: string;
  operationName: string;
  /** The revision that it pins its question to; empty for what is known today. No other header goes into a link: it may be a token. */
  revision: string;
}

/** Reads the link as it stands: a query or variables that do not parse are for the editor to show. */
export function readLink(search: string): Link | null {
  const parameters = new URLSearchParams(search);
  if (!parameters.has("query") && !parameters.has("variables")) return null;
  return {
    query: parameters.get("query") ?? "",
    variables: parameters.get("variables") ?? "",
    operationName: parameters.get("operationName") ?? "",
    revision: parameters.get("revision") ?? "",
  };
}

/** The address of GraphiQL with what a link carries; what is left out or empty is not in it. */
export function linkTo(link: Partial<Link>): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(link)) if (value !== "") parameters.set(name, value);
  return parameters.size === 0 ? "/graphiql" : `/graphiql?${parameters}`;
}
