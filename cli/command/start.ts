/** `npm start [-- --port N]`: migrates, loads the data set where it has changed, builds the pages and serves, all on this machine. */
import { join } from "node:path";
import { parseArgs } from "node:util";
import { buildWeb } from "../build/build-web.ts";
import { localSettings } from "../local/local-identity.ts";
import { isFree, portOf } from "../local/port.ts";
import { serve } from "./serve.ts";
import { root } from "../local/tool.ts";

const QUESTION =
  '{ actor(slug: "japan") { partners(kind: RECIPROCAL_ACCESS, asOf: "2022-05-07") { nodes { name } } } }';

async function start(): Promise<void> {
  const { values } = parseArgs({ options: { port: { type: "string", default: "8787" } } });
  const port = portOf(values.port);
  if (!(await isFree(port))) {
    throw new Error(`Port ${port} is in use: choose another with npm start -- --port ${port + 1}`);
  }
  // It brings wrangler, which takes seconds to load: what stops us is said before.
  const { loadDataset } = await import("./load.ts");
  const loaded = await loadDataset({
    persistTo: join(root, ".wrangler/state"),
    ifChanged: true,
    unlessWritten: true,
    quiet: true,
  });
  if (loaded?.outcome === "left")
    console.log("You have written here: the new data set is not loaded over it (npm run load does)");
  if (loaded?.outcome === "refused") throw new Error("Entente starts only with the whole data set");
  buildWeb();
  await serve(port, await localSettings(), () => console.log(greeting(`http://localhost:${port}`)));
}

function greeting(address: string): string {
  return `Entente is at ${address}
GraphiQL is at ${address}/graphiql

Ask who Japan's reciprocal access partners were on 7 May 2022:

curl ${address}/graphql -H 'content-type: application/json' -d '${JSON.stringify({ query: QUESTION })}'

Ctrl-C stops it.`;
}

try {
  await start();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
