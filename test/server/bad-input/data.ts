import { type BadInput, documents, get, post } from "./case.ts";

const HIGH = 2 ** 53 + 2;
const connections = ["actors", "alliances", "articles", "statements", "events"];
const ofActor = (field: string) => `{ actor(slug: "japan") { ${field} } }`;
const slug = "query ($a: String) { actor(slug: $a) { name } }";
const page = "query ($n: Int) { actors(first: $n) { totalCount } }";
const day = 'query ($d: Date) { actor(slug: "japan") { partners(asOf: $d) { totalCount } } }';
const filter = "query ($f: ActorFilter) { actors(filter: $f) { totalCount } }";

const eachConnection = (name: string, args: string) =>
  Object.fromEntries(connections.map((field) => [`${field}(${name})`, `{ ${field}(${args}) { totalCount } }`]));

const deep = (levels: number): unknown => (levels === 0 ? {} : { not: deep(levels - 1) });

/** bad-inputs, "Data": values that no argument takes. */
export const data: BadInput[] = [
  ...documents(200, "BAD_USER_INPUT", {
    ...eachConnection("first: 0", "first: 0"),
    ...eachConnection("first: -1", "first: -1"),
    ...eachConnection("first: 101", "first: 101"),
    ...eachConnection("first with last", "first: 1, last: 1"),
    ...eachConnection("a damaged cursor", `after: "x"`),
    "partners(first: 0)": ofActor("partners(first: 0) { totalCount }"),
    "statements(last: 101)": ofActor("statements(last: 101) { totalCount }"),
    "a page of nothing by a variable": [page, { n: 0 }],
    "a cursor that is empty": `{ actors(after: "") { totalCount } }`,
    "a cursor of ten kilobytes": `{ actors(after: "${"A".repeat(10_000)}") { totalCount } }`,
    "a cursor that is JSON": [`query ($c: String) { actors(after: $c) { totalCount } }`, { c: `{"id":1}` }],
    "a cursor with SQL": `{ actors(after: "1' OR '1'='1") { totalCount } }`,
    "a cursor that is base64 of SQL": `{ actors(after: "${Buffer.from("1; DROP TABLE actors").toString("base64")}") { totalCount } }`,
    "two ways to name an actor": `{ actor(slug: "japan", name: "Japan") { name } }`,
    "no way to name an actor": `{ actor { name } }`,
    "more than a hundred ids": `{ nodes(ids: [${`"x",`.repeat(101)}]) { id } }`,
  }),
  ...documents(400, "BAD_USER_INPUT", {
    "a page by a variable of 2^31": [page, { n: 2 ** 31 }],
    "a page by a variable beyond 2^53": [page, { n: HIGH }],
    "a page by a variable with a fraction": [page, { n: 1.5 }],
    "a page by a variable that is a text": [page, { n: "10" }],
    "a page by a variable that is true": [page, { n: true }],
    "a text by a variable that is a number": [slug, { a: 7 }],
    "a text by a variable that is an object": [slug, { a: { $ne: "" } }],
    "a text by a variable that is a list": [slug, { a: ["japan"] }],
    "a day that the calendar does not have": [day, { d: "2022-02-30" }],
    "a day of another calendar": [day, { d: "令和4年5月7日" }],
    "a day with a time": [day, { d: "2022-05-07T00:00:00Z" }],
    "a day of ten kilobytes": [day, { d: "2".repeat(10_000) }],
    "a day that is a number": [day, { d: 20220507 }],
    "a day in the year 0": [day, { d: "0000-01-01" }],
    "a day with a sign": [day, { d: "-2022-05-07" }],
    "a day in other digits": [day, { d: "２０２２-05-07" }],
    "a day with SQL": [day, { d: "2022-05-07' --" }],
    "a field of a filter that there is none of": [filter, { f: { password: ["x"] } }],
    "__proto__ in a filter": [filter, JSON.parse(`{"f":{"__proto__":{"name":["x"]}}}`) as unknown],
    "constructor in a filter": [filter, { f: { constructor: { name: "x" } } }],
    "a filter that is a text": [filter, { f: "1=1" }],
    "a filter sixty deep": [filter, { f: deep(60) }],
    "an order of a field that there is none of": [
      "query ($o: ActorOrder) { actors(orderBy: $o) { totalCount } }",
      { o: { field: "name; DROP TABLE actors", direction: "ASC" } },
    ],
    "a required variable that is missing": "query ($a: ID!) { node(id: $a) { id } }",
    "a required variable that is null": ["query ($a: ID!) { node(id: $a) { id } }", { a: null }],
  }),
  ...documents(400, "GRAPHQL_VALIDATION_FAILED", {
    "a page of 2^31": `{ actors(first: 2147483648) { totalCount } }`,
    "a page with a fraction": `{ actors(first: 1.5) { totalCount } }`,
    "a page that is a text": `{ actors(first: "10") { totalCount } }`,
    "a page that is infinite": `{ actors(first: 1e400) { totalCount } }`,
    "a text that is a number": `{ actor(slug: 7) { name } }`,
    "an order by SQL": `{ actors(orderBy: { field: "1", direction: ASC }) { totalCount } }`,
  }),
  ...[0, -1, 1.5, HIGH, "1; DROP TABLE revisions", "one", [1], {}, true].map((revision): BadInput => ({
    name: `a pin to revision ${JSON.stringify(revision)}`,
    status: 400,
    code: "BAD_USER_INPUT",
    request: () => post({ query: "{ dataset { revision } }", extensions: { revision } }),
  })),
  ...["0", "-1", "1e3", "0x1", "1 OR 1=1", "1\t2"].map((revision): BadInput => ({
    name: `a pin by header to ${JSON.stringify(revision)}`,
    status: 400,
    code: "BAD_USER_INPUT",
    request: () => get({ query: "{ dataset { revision } }" }, { headers: { "entente-revision": revision } }),
  })),
  ...["x", "", "sha256:", `sha512:${"a".repeat(64)}`, "A".repeat(64), "../../etc/passwd", "a".repeat(63)].map(
    (documentId): BadInput => ({
      name: `a document's id ${JSON.stringify(documentId.slice(0, 20))}`,
      status: 400,
      code: "BAD_USER_INPUT",
      request: () => post({ documentId }),
    }),
  ),
  {
    name: "a document's id that names nothing",
    status: 400,
    code: "PERSISTED_QUERY_NOT_FOUND",
    request: () => get({ documentId: `sha256:${"0".repeat(64)}` }),
  },
  {
    name: "an automatic persisted query of another version",
    status: 400,
    code: "BAD_USER_INPUT",
    request: () => post({ extensions: { persistedQuery: { version: 2, sha256Hash: "0".repeat(64) } } }),
  },
];
