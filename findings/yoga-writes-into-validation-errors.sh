#!/usr/bin/env bash
# graphql-yoga 5.24.1 with graphql 17.1.0, on Node 20.
#
# Behaviour: errors that a plugin gives by `setResult` in `onValidate` are not copied. Yoga's last plugin writes a code and an HTTP
# status into their `extensions`. Who keeps the errors of a document with the document, so as to validate it once, finds them
# changed after the first request.
#
# Seen: extensions of the kept error
#   before the request: {}
#   after it:           {"code":"GRAPHQL_VALIDATION_FAILED","http":{"spec":true,"status":400}}
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund graphql-yoga@5.24.1 graphql@17.1.0 >/dev/null 2>&1
cat > run.mjs <<'JS'
import { GraphQLError } from "graphql";
import { createSchema, createYoga } from "graphql-yoga";

const schema = createSchema({ typeDefs: "type Query { one: Int }" });
const kept = new GraphQLError("kept with its document");
const plugin = {
  onValidate({ setResult }) {
    setResult([kept]);
  },
};
const yoga = createYoga({ schema, logging: false, plugins: [plugin] });
const seen = [JSON.stringify(kept.extensions)];
await yoga.fetch("http://localhost/graphql?query={one}");
seen.push(JSON.stringify(kept.extensions));
console.log(seen.join("\n"));
JS
seen=$(node run.mjs)
expected='{}
{"code":"GRAPHQL_VALIDATION_FAILED","http":{"spec":true,"status":400}}'
if [ "$seen" != "$expected" ]; then
  printf 'It is otherwise now:\n%s\n' "$seen"
  exit 1
fi
echo "As written: Yoga writes into the errors of a validation that it is given"
