#!/usr/bin/env bash
# @apollo/client 4.3.8 with graphql 16.12.0, on Node 20.
#
# Behaviour: with no setting at all, HttpLink puts `clientLibrary`, the name and version of the package, into the `extensions` of every
# request. A service that refuses extensions which it does not know refuses every request of such a client. With
# `useGETForQueries` it stands in the address: one question has another address for each version of the client, and caches that go by
# the address keep it again for each. `enhancedClientAwareness: { transport: false }` leaves it out.
#
# Seen: POST {"clientLibrary":{"name":"@apollo/client","version":"4.3.8"}}
#       GET  {"clientLibrary":{"name":"@apollo/client","version":"4.3.8"}} in the parameter "extensions"
#       with { transport: false }: nothing
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @apollo/client@4.3.8 graphql@16.12.0 rxjs@7.8.2 >/dev/null 2>&1
cat > run.mjs <<'JS'
import { ApolloClient, gql, HttpLink, InMemoryCache } from "@apollo/client";

async function fetch(url, { method, body }) {
  const extensions = method === "GET" ? new URL(url).searchParams.get("extensions") : JSON.stringify(JSON.parse(body).extensions);
  console.log(method, extensions ?? "none");
  return new Response('{"data":{"treaty":"RAA"}}', { headers: { "content-type": "application/json" } });
}
for (const options of [{}, { useGETForQueries: true }, { enhancedClientAwareness: { transport: false } }]) {
  const link = new HttpLink({ uri: "http://localhost/graphql", fetch, ...options });
  await new ApolloClient({ link, cache: new InMemoryCache() }).query({ query: gql`{ treaty }` });
}
JS
seen=$(node run.mjs)
expected='POST {"clientLibrary":{"name":"@apollo/client","version":"4.3.8"}}
GET {"clientLibrary":{"name":"@apollo/client","version":"4.3.8"}}
POST none'
if [ "$seen" != "$expected" ]; then
  printf 'It is otherwise now:\n%s\n' "$seen"
  exit 1
fi
echo "As written: Apollo Client names itself in the extensions of every request, also in addresses"
