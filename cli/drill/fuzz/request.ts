/** A request as it is sent. */
export interface FuzzRequest {
  /** What is tried by it. */
  kind: Kind;
  method: string;
  /** With the search. */
  path: string;
  headers: Readonly<Record<string, string>>;
  body: Buffer | string | null;
}

export const kinds = [
  "document",
  "argument",
  "mutation",
  "damaged document",
  "damaged JSON",
  "parameter",
  "batch",
  "events",
  "cursor",
  "id",
  "header",
  "path",
] as const;

export type Kind = (typeof kinds)[number];

const ACCEPT = ["application/json", "application/graphql-response+json"];

/** A request to /graphql by POST, whose answers tell what is wrong by their status or do not. */
export function posted(kind: Kind, body: unknown, headers: Record<string, string> = {}): FuzzRequest {
  const text = typeof body === "string" || Buffer.isBuffer(body) ? body : JSON.stringify(body);
  const own = { "content-type": "application/json", accept: ACCEPT[text.length % 2]! };
  return { kind, method: "POST", path: "/graphql", headers: { ...own, ...headers }, body: text };
}

/** The same by GET, or as it is where an address cannot be so long. */
export function got(request: FuzzRequest, parameters: Readonly<Record<string, unknown>>): FuzzRequest {
  const search = Object.entries(parameters).map(([name, value]) => [
    name,
    typeof value === "string" ? value : JSON.stringify(value),
  ]);
  const path = `/graphql?${new URLSearchParams(search).toString()}`;
  if (path.length > 15_000) return request;
  return { ...request, method: "GET", path, body: null };
}

/** A text without what cannot stand in a header. */
export function headerText(text: string): string {
  const latin = Buffer.from(text.slice(0, 4_000)).toString("latin1");
  // oxlint-disable-next-line no-control-regex -- Node sends none of these
  return latin.replace(/[\0-\x08\x0a-\x1f\x7f]/g, "");
}
