/** One of a sort, unlike all others of it by its number. */
export type Family = (n: number) => { query: string; variables?: Record<string, unknown> };

const times = (count: number, text: string | ((index: number) => string)) =>
  Array.from({ length: count }, (_, index) => (typeof text === "string" ? text : text(index))).join(" ");

const LEAVES = "id slug name description";
const FIELDS = "totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor }";
/** Costs so much that the document is refused after all else has been done, and not executed. */
const DEAR = "dear: actors { totalCount nodes { id } }";
const nested = (levels: number, inner: string): string =>
  levels === 0 ? inner : `parent { ${LEAVES} ${nested(levels - 1, inner)} }`;

/** Fragments each of which spreads the next, and one chain of fields beneath the last. */
const chain = (count: number, n: number) =>
  times(count, (i) => `fragment F${i} on Actor { ${LEAVES} a${i}_${n}: name ...F${i + 1} }`);

/** Documents that go as far as the limits of src/server let them: 16 KB, 1,000 tokens, 10 levels, 50 aliases, and so on. */
export const families: Readonly<Record<string, Family>> = {
  "deep selections": (n) => ({
    query: `query Q${n} { ${times(9, (i) => `a${i}: actor(slug: "${n}") { ${nested(8, LEAVES)} }`)} }`,
  }),
  "wide aliases": (n) => ({
    query: `query Q${n} { ${times(49, (i) => `a${i}_${n}: actor(slug: "s${i}") { ${LEAVES} }`)} }`,
  }),
  "fragments in a chain": (n) => ({
    query: `query Q${n} { ${DEAR} actor(slug: "${n}") { ...F0 } } ${chain(28, n)} fragment F28 on Actor { ${LEAVES} }`,
  }),
  "fragments side by side": (n) => ({
    query: `query Q${n} { ${DEAR} actor(slug: "${n}") { ${times(28, (i) => `...F${i}`)} } } ${times(28, (i) => `fragment F${i} on Actor { ${LEAVES} }`)}`,
  }),
  "fragments that spread all those after them": (n) => ({
    query: `query Q${n} { ${DEAR} actor(slug: "${n}") { ...F0 } } ${times(8, (i) => `fragment F${i} on Actor { ${LEAVES} ${times(7 - i, (j) => `...F${i + j + 1}`)} }`)}`,
  }),
  "fields that are repeated": (n) => ({
    query: `query Q${n} { ${times(6, `actor(slug: "${n}") { ${times(5, "parent { name id }")} }`)} }`,
  }),
  "fields that are repeated, three levels deep": (n) => ({
    query: `query Q${n} { ${times(4, `actor(slug: "${n}") { ${times(3, `parent { ${times(3, "parent { id }")} }`)} }`)} }`,
  }),
  "fields that overlap in fragments": (n) => ({
    query: `query Q${n} { actor(slug: "${n}") { ${times(10, (i) => `...F${i}`)} } } ${times(10, (i) => `fragment F${i} on Actor { ${times(6, "parent { id name slug }")} ${LEAVES} }`)}`,
  }),
  "fragments that overlap within fragments": (n) => ({
    query: `query Q${n} { actor(slug: "${n}") { ...A0 ...B0 } } ${times(14, (i) => `fragment A${i} on Actor { parent { ...A${i + 1} ...B${i + 1} } ${LEAVES} } fragment B${i} on Actor { parent { ...A${i + 1} ...B${i + 1} } ${LEAVES} }`).replaceAll(/parent \{ \.\.\.A(?:[4-9]|1\d) \.\.\.B\d+ \}/g, "")}`,
  }),
  "types that overlap": (n) => ({
    query: `query Q${n} { search(query: "${n}") { nodes { ${times(9, `... on Actor { ${LEAVES} parent { id ${LEAVES} } } ... on State { ${LEAVES} } ... on Person { ${LEAVES} } ... on Organization { ${LEAVES} } ... on Alliance { id slug name } ... on Article { id slug title } ... on Statement { id text }`)} } } }`,
  }),
  "lists in lists": (n) => ({
    query: `query Q${n} { ${times(9, (i) => `a${i}: actors(first: 100) { ${FIELDS} nodes { ${LEAVES} statements(first: 100) { ${FIELDS} nodes { id text article { id actors(first: ${(n % 100) + 1}) { ${FIELDS} nodes { ${LEAVES} } } } } } } }`)} }`,
  }),
  variables: (n) => ({
    query: `query Q${n}(${times(140, (i) => `$v${i}: ID!`)}) { nodes(ids: [${times(140, (i) => `$v${i}`)}]) { id } }`,
    variables: Object.fromEntries(Array.from({ length: 140 }, (_, i) => [`v${i}`, `x${n}`])),
  }),
  "variables with defaults": (n) => ({
    query: `query Q${n}(${times(100, (i) => `$v${i}: ID! = "${i}"`)}) { nodes(ids: [${times(100, (i) => `$v${i}`)}]) { id } }`,
  }),
  "48 KB of variables": (n) => ({
    query: `query Q${n}($ids: [ID!]!) { nodes(ids: $ids) { id } }`,
    variables: { ids: Array.from({ length: 4_800 }, (_, i) => `x${n}-${i}`) },
  }),
  "48 KB of variables, deep in a filter": (n) => ({
    query: `query Q${n}($f: ActorFilter) { ${DEAR} actors(filter: $f) { totalCount } }`,
    variables: { f: { any: Array.from({ length: 700 }, (_, i) => ({ not: { any: [{ name: [`x${n}-${i}`] }] } })) } },
  }),
  "a list of literals": (n) => ({
    query: `query Q${n} { nodes(ids: [${times(960, (i) => `"x${i}"`)}]) { id } }`,
  }),
  "a filter of literals": (n) => ({
    query: `query Q${n} { actors(filter: { name: [${times(900, (i) => `"x${i}"`)}] }) { nodes { id } } }`,
  }),
  "a huge string": (n) => ({ query: `query Q${n} { ${DEAR} actor(slug: "${"x".repeat(16_000)}") { name } }` }),
  "a huge string of escapes": (n) => ({
    query: `query Q${n} { ${DEAR} actor(slug: "${"\\u0041".repeat(2_700)}") { name } }`,
  }),
  "a huge block of text": (n) => ({
    query: `query Q${n} { ${DEAR} actor(slug: """${" x\n".repeat(5_300)}""") { name } }`,
  }),
  comments: (n) => ({ query: `query Q${n} { ${"#xxxxxxxxxxxxx\n".repeat(990)} ${DEAR} }` }),
  "commas and spaces": (n) => ({ query: `query Q${n} { ${", ".repeat(8_000)} ${DEAR} }` }),
  directives: (n) => ({
    query: `query Q${n}($a: Boolean!) { ${DEAR} actor(slug: "a") { ${times(49, (i) => `a${i}: name @include(if: $a)`)} } }`,
    variables: { a: true },
  }),
  "many operations": (n) => ({ query: times(180, (i) => `query Q${n}_${i} { __typename }`) }),
  introspection: (n) => ({
    query: `query Q${n} { ${times(9, (i) => `s${i}: __schema { types { name kind description fields { name description args { name defaultValue type { name kind ofType { name ofType { name ofType { name } } } } } type { name } } } }`)} }`,
  }),
  "fields that there are none of": (n) => ({
    query: `query Q${n} { ${times(45, (i) => `actors_${i} { nodez { nam } }`)} }`,
  }),
  "fields of an actor that there are none of": (n) => ({
    query: `query Q${n} { ${times(5, (i) => `a${i}: actor(slug: "a") { ${times(60, (j) => `partnership${j}z`)} }`)} }`,
  }),
  "arguments that there are none of": (n) => ({
    query: `query Q${n} { ${times(45, (i) => `a${i}: actors(filtr: 1, ordrBy: 2, afte: 3) { totalCount }`)} }`,
  }),
  "values that are wrong": (n) => ({
    query: `query Q${n} { ${times(40, (i) => `a${i}: alliances(filter: { kind: [MULTILATERA, DIALOGU], nme: 1 }) { totalCount }`)} }`,
  }),
  "types that there are none of": (n) => ({
    query: `query Q${n}(${times(100, (i) => `$v${i}: ActorFilte${i}`)}) { ${times(40, (i) => `... on Allianc${i} { id }`)} }`,
  }),
  "a name of 16 KB": (n) => ({ query: `query Q${n} { ${"x".repeat(16_000)} }` }),
  "a mutation of many": (n) => ({
    query: `mutation Q${n} { ${times(9, (i) => `a${i}: addActor(reason: "x", input: { slug: "x", type: STATE, name: "x" }) { __typename node { ${times(8, "... on Actor { id name slug }")} } errors { code message } }`)} }`,
  }),
};
