#!/usr/bin/env bash
# graphql-yoga 5.24.1 with graphql 17.1.0, on Node 20.
#
# Behaviour: `onExecutionResult` is said to run for each result of an operation. Where a plugin throws in `onParams`, it does not:
# the error is answered, alone in a batch or as the whole answer, and no hook between is called for that operation. A plugin that
# opens something in `onParams` and closes it in `onExecutionResult` (a counter, a span, a turn in a batch) leaves it open. What
# `setParamsHandler` gives in its place goes through the hook.
#
# Seen: a batch of two operations, of which the first throws in onParams
#   answers: [{"errors":[{"message":"no"}]},{"data":{"one":1}}]   results heard of: 1
#   by setParamsHandler, the same answers                         results heard of: 2
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund graphql-yoga@5.24.1 graphql@17.1.0 >/dev/null 2>&1
cat > run.mjs <<'JS'
import { GraphQLError } from "graphql";
import { createSchema, createYoga } from "graphql-yoga";

const schema = createSchema({ typeDefs: "type Query { one: Int }", resolvers: { Query: { one: () => 1 } } });
const refusal = () => new GraphQLError("no");
const ways = {
  thrown() {
    throw refusal();
  },
  handled({ setParamsHandler }) {
    setParamsHandler(() => ({ errors: [refusal()] }));
  },
};
const seen = [];
for (const [name, refuse] of Object.entries(ways)) {
  let heard = 0;
  const plugin = {
    onParams(payload) {
      if (payload.params.operationName === "A") refuse(payload);
    },
    onExecutionResult() {
      heard += 1;
    },
  };
  const yoga = createYoga({ schema, batching: true, logging: false, plugins: [plugin] });
  const response = await yoga.fetch("http://localhost/graphql", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(["A", "B"].map((operationName) => ({ operationName, query: `query ${operationName} { one }` }))),
  });
  seen.push(`${name} ${await response.text()} ${heard}`);
}
console.log(seen.join("\n"));
JS
seen=$(node run.mjs)
expected='thrown [{"errors":[{"message":"no"}]},{"data":{"one":1}}] 1
handled [{"errors":[{"message":"no"}]},{"data":{"one":1}}] 2'
if [ "$seen" != "$expected" ]; then
  printf 'It is otherwise now:\n%s\n' "$seen"
  exit 1
fi
echo "As written: an error in onParams skips onExecutionResult"
