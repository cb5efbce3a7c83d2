#!/usr/bin/env bash
# graphql 17.1.0, on Node 20.
#
# Behaviour: where a custom scalar refuses a literal by throwing a GraphQLError, `validate` reports that error as it is, without
# `locations`. Any other Error is wrapped: the message gets the type and the literal, and `locations` its place. So throwing the
# library's own error says less: of several literals, nobody learns which one is wrong. The value of a variable is reported with
# the variable's name and place, whichever is thrown.
#
# Seen: parseValue of the scalar Day throws "no day", for `{ on(day: "soon") }` and for a variable
#   Error, literal:         Expected value of type "Day", but encountered error "no day"; found: "soon".   at 1:11
#   GraphQLError, literal:  no day                                                                         no locations
#   GraphQLError, variable: Variable "$day" has invalid value: no day                                      at 1:8
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund graphql@17.1.0 >/dev/null 2>&1
cat > run.mjs <<'JS'
import { graphql, GraphQLError, GraphQLInt, GraphQLObjectType, GraphQLScalarType, GraphQLSchema, parse, validate } from "graphql";

for (const Thrown of [Error, GraphQLError]) {
  const Day = new GraphQLScalarType({
    name: "Day",
    parseValue() {
      throw new Thrown("no day");
    },
  });
  const fields = { on: { type: GraphQLInt, args: { day: { type: Day } } } };
  const schema = new GraphQLSchema({ query: new GraphQLObjectType({ name: "Query", fields }) });
  console.log(JSON.stringify(validate(schema, parse('{ on(day: "soon") }'))));
  const source = "query ($day: Day) { on(day: $day) }";
  console.log(JSON.stringify((await graphql({ schema, source, variableValues: { day: "soon" } })).errors));
}
JS
seen=$(node run.mjs)
wrapped='Expected value of type \"Day\", but encountered error \"no day\"; found: \"soon\".'
expected='[{"message":"'$wrapped'","locations":[{"line":1,"column":11}]}]
[{"message":"Variable \"$day\" has invalid value: '$wrapped'","locations":[{"line":1,"column":8}]}]
[{"message":"no day"}]
[{"message":"Variable \"$day\" has invalid value: no day","locations":[{"line":1,"column":8}]}]'
if [ "$seen" != "$expected" ]; then
  printf 'It is otherwise now:\n%s\n' "$seen"
  exit 1
fi
echo "As written: a GraphQLError that a scalar throws for a literal has no place"
