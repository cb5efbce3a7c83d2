/** One request that is to be refused: what it is, and by which status and code. */
export interface BadInput {
  name: string;
  request: () => Request;
  /** Under application/graphql-response+json, where statuses tell. */
  status: number;
  code: string;
}

export const times = (n: number, text: string | ((index: number) => string)) =>
  Array.from({ length: n }, (_, index) => (typeof text === "string" ? text : text(index))).join(" ");

const ACCEPT = { accept: "application/graphql-response+json" };

export function post(body: unknown, headers: Record<string, string> = {}): Request {
  return new Request("http://localhost/graphql", {
    method: "POST",
    headers: { "content-type": "application/json", ...ACCEPT, ...headers },
    body:
      typeof body === "string" || body instanceof Uint8Array ? (body as Uint8Array<ArrayBuffer>) : JSON.stringify(body),
  });
}

export function get(parameters: Record<string, string> | string, init: RequestInit = {}): Request {
  const search = typeof parameters === "string" ? parameters : new URLSearchParams(parameters).toString();
  return new Request(`http://localhost/graphql?${search}`, { ...init, headers: { ...ACCEPT, ...init.headers } });
}

/** Documents, or documents with variables, that are all refused alike. */
export function documents(status: number, code: string, texts: Record<string, string | [string, unknown]>): BadInput[] {
  return Object.entries(texts).map(([name, text]) => {
    const [query, variables] = typeof text === "string" ? [text, undefined] : text;
    return { name, status, code, request: () => post({ query, variables }) };
  });
}
