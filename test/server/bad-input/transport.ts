import { type BadInput, get, post } from "./case.ts";

const QUERY = "{ dataset { revision } }";
const JSON_QUERY = JSON.stringify({ query: QUERY });

const bytes = (text: string, ...more: number[]) => new Uint8Array([...new TextEncoder().encode(text), ...more]);

/** A body in pieces, whose length nobody has told. */
function chunked(pieces: Iterable<Uint8Array>): Request {
  const iterator = pieces[Symbol.iterator]();
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      const { done, value } = iterator.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
  });
  const headers = { "content-type": "application/json", accept: "application/graphql-response+json" };
  return new Request("http://localhost/graphql", { method: "POST", headers, body, duplex: "half" } as RequestInit);
}

function* endless() {
  yield bytes(`{"query":"`);
  for (;;) yield new Uint8Array(1024).fill(0x78);
}

const refused = (status: number, code: string, requests: Record<string, () => Request>): BadInput[] =>
  Object.entries(requests).map(([name, request]) => ({ name, status, code, request }));

const typed = (type: string) => () => post(JSON_QUERY, { "content-type": type });

/** bad-inputs, "Transport": what is no request, or comes by the wrong way. */
export const transports: BadInput[] = [
  ...refused(413, "BAD_REQUEST", {
    "a body over 64 KB": () => post(JSON.stringify({ query: QUERY, junk: "x".repeat(66_000) })),
    "a body over 64 KB in pieces": () => chunked([bytes(JSON_QUERY), new Uint8Array(66_000).fill(0x20)]),
    "a body without an end": () => chunked(endless()),
    "JSON nested 200,000 deep": () =>
      post(`{"query":"{ __typename }","variables":${"[".repeat(200_000)}${"]".repeat(200_000)}}`),
    "a text of two megabytes": () => post({ query: "{ __typename }", variables: { a: "x".repeat(2_000_000) } }),
  }),
  ...refused(400, "BAD_REQUEST", {
    "a body that is no UTF-8": () => post(bytes(JSON_QUERY.slice(0, -2), 0xff, 0xfe)),
    "UTF-16": () => post(new Uint8Array(Buffer.from(JSON_QUERY, "utf16le"))),
    "an overlong encoding": () => post(bytes(JSON_QUERY, 0xc0, 0xaf)),
    "an empty body": () => post(""),
    "half a body": () => post(JSON_QUERY.slice(0, -1)),
    "a body and more": () => post(`${JSON_QUERY}{}`),
    "JSON with a comment": () => post(`/* a */ ${JSON_QUERY}`),
    null: () => post("null"),
    "a number": () => post("7"),
    "a text": () => post(JSON.stringify(QUERY)),
    "no query": () => post({}),
    "a batch of nothing": () => post([]),
    "a batch of which one is no request": () => post([{ query: QUERY }, 7]),
    "a batch in a batch": () => post([[{ query: QUERY }]]),
    "a query that is null": () => post({ query: null }),
    "a query that is a number": () => post({ query: 7 }),
    "a query that is a list": () => post({ query: [QUERY] }),
    "a query that is an object": () => post({ query: { toString: QUERY } }),
    "variables that are a text": () => post({ query: QUERY, variables: "{}" }),
    "variables that are a list": () => post({ query: QUERY, variables: [] }),
    "variables that are a number": () => post({ query: QUERY, variables: 1 }),
    "extensions that are a text": () => post({ query: QUERY, extensions: "x" }),
    "extensions that are a list": () => post({ query: QUERY, extensions: [] }),
    "a name of an operation that is a number": () => post({ query: QUERY, operationName: 7 }),
    "__proto__ alone": () => post(`{"__proto__":{"query":"${QUERY}"}}`),
    "no query by GET": () => get(""),
    "variables by GET that are no JSON": () => get({ query: QUERY, variables: "{" }),
    "variables by GET that are a list": () => get({ query: QUERY, variables: "[]" }),
    "extensions by GET that are no JSON": () => get({ query: QUERY, extensions: "x" }),
  }),
  ...refused(415, "BAD_REQUEST", {
    "no content type": () => {
      const request = post(JSON_QUERY);
      request.headers.delete("content-type");
      return request;
    },
    "text/plain": typed("text/plain"),
    "application/graphql": typed("application/graphql"),
    "a form": typed("application/x-www-form-urlencoded"),
    "a multipart form": typed("multipart/form-data; boundary=x"),
    "XML by its name": typed("application/xml"),
    "JSON in another charset": typed("application/json; charset=utf-16"),
    "JSON of another sort": typed("application/vnd.api+json"),
    "a type with a line break": typed("application/json\t,text/plain"),
  }),
  ...refused(406, "BAD_REQUEST", {
    "HTML wanted": () => post(JSON_QUERY, { accept: "text/html" }),
    "a page and events wanted, but no events": () => post(JSON_QUERY, { accept: "text/html, text/event-stream;q=0" }),
    "multipart wanted": () => post(JSON_QUERY, { accept: "multipart/mixed; deferSpec=20220824" }),
    "another charset wanted": () => post(JSON_QUERY, { accept: "application/json; charset=iso-8859-1" }),
  }),
  ...refused(405, "BAD_REQUEST", {
    PUT: () => new Request("http://localhost/graphql", { method: "PUT", body: JSON_QUERY }),
    DELETE: () => new Request("http://localhost/graphql", { method: "DELETE" }),
    PATCH: () => new Request("http://localhost/graphql", { method: "PATCH", body: JSON_QUERY }),
    "a method that there is none of": () => new Request("http://localhost/graphql", { method: "PROPFIND" }),
    "a mutation by GET": () =>
      get({ query: `mutation { retract(id: "x", reason: "x", idempotencyKey: "x") { errors { code } } }` }),
    "a mutation by GET, chosen by its name": () =>
      get({ query: `query A { __typename } mutation B { __typename }`, operationName: "B" }),
    "a mutation by GET, with a fragment": () =>
      get({ query: `mutation { ...F } fragment F on Mutation { __typename }` }),
    "a subscription by GET": () => get({ query: "subscription { __typename }" }),
  }),
];
