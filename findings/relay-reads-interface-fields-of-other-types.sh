#!/usr/bin/env bash
# relay-runtime 21.0.1 and relay-compiler 21.0.1, answered by graphql 17.1.0, on Node 20.
#
# Behaviour: by GraphQL, a fragment applies only where its type condition holds. Relay reads the fields of an inline fragment on an
# interface from a record whose type does not implement it, wherever the record has them, that is, once any other query has stored
# them. The answer to one query then has two shapes, by what else was fetched, and a client that tells types apart by whether a
# field is there errs. With `@alias` on the fragment, Relay holds to the condition.
#
# Seen: `{ subject { __typename ... on Named { name } } }`, where the subject is a Pact, which has a name but is not Named
#   before `{ pact { name } }` is fetched: {"subject":{"__typename":"Pact"}}
#   after it:                              {"subject":{"__typename":"Pact","name":"NATO"}}
#   after it, with `@alias(as: "named")`:  {"subject":{"__typename":"Pact","named":null}}
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund relay-runtime@21.0.1 relay-compiler@21.0.1 graphql@17.1.0 >/dev/null 2>&1
cat > schema.graphql <<'GRAPHQL'
interface Node { id: ID! }
interface Named implements Node { id: ID! name: String }
type Person implements Node & Named { id: ID! name: String }
type Pact implements Node { id: ID! name: String }
union Subject = Person | Pact
type Query { subject: Subject pact: Pact }
GRAPHQL
cat > relay.config.json <<'JSON'
{ "src": "src", "schema": "schema.graphql", "artifactDirectory": "made", "language": "javascript", "eagerEsModules": false }
JSON
mkdir src made
cat > src/ask.js <<'JS'
graphql`query askPlain { subject { __typename ... on Named { name } } }`;
graphql`query askAliased { subject { __typename ... on Named @alias(as: "named") { name } } }`;
graphql`query askOther { pact { name } }`;
JS
npx relay-compiler >/dev/null 2>&1
cat > run.cjs <<'JS'
const { readFileSync } = require("node:fs");
const { buildSchema, graphql } = require("graphql");
const { createOperationDescriptor, Environment, fetchQuery, Network, RecordSource, Store } = require("relay-runtime");

const schema = buildSchema(readFileSync("schema.graphql", "utf8"));
const pact = { __typename: "Pact", id: "1", name: "NATO" };
const environment = new Environment({
  network: Network.create(({ text }) => graphql({ schema, source: text, rootValue: { subject: pact, pact } })),
  store: new Store(new RecordSource()),
});
const [plain, aliased, other] = ["Plain", "Aliased", "Other"].map((name) => require(`./made/ask${name}.graphql.js`));

async function fetched(query) {
  environment.retain(createOperationDescriptor(query, {}));
  await fetchQuery(environment, query, {}).toPromise();
}

function read(query) {
  return JSON.stringify(environment.lookup(createOperationDescriptor(query, {}).fragment).data);
}

async function run() {
  await fetched(plain);
  console.log(read(plain));
  await fetched(other);
  console.log(read(plain));
  await fetched(aliased);
  console.log(read(aliased));
}

run();
JS
seen=$(node run.cjs)
expected='{"subject":{"__typename":"Pact"}}
{"subject":{"__typename":"Pact","name":"NATO"}}
{"subject":{"__typename":"Pact","named":null}}'
if [ "$seen" != "$expected" ]; then
  printf 'It is otherwise now:\n%s\n' "$seen"
  exit 1
fi
echo "As written: Relay reads the fields of a fragment on an interface from a record of another type"
