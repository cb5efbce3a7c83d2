/**
 * `npm start [-- --port N --host ADDRESS --dataset FOLDER]`: migrates, loads the data set where it has changed, builds the pages and
 * serves, all on this machine.
 */
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { buildWeb } from "../build/build-web.ts";
import { datasetFolder, settingsOf } from "../local/dataset-folder.ts";
import { localSettings } from "../local/local-identity.ts";
import { hostOf, isFree, portOf, urlOf, urlsFromElsewhere } from "../local/port.ts";
import { serve } from "./serve.ts";
import { isHelped } from "./usage.ts";

if (isHelped(import.meta.filename)) process.exit();

const QUESTION =
  '{ actor(slug: "japan") { partners(kind: RECIPROCAL_ACCESS, asOf: "2022-05-07") { nodes { name } } } }';

async function start(): Promise<void> {
  const { values } = parseArgs({
    options: {
      port: { type: "string", default: "8787" },
      host: { type: "string", default: "127.0.0.1" },
      dataset: { type: "string" },
      "persist-to": { type: "string" },
    },
  });
  const [port, host] = [portOf(values.port), hostOf(values.host)];
  const dataset = datasetFolder(values.dataset);
  const persistTo = resolve(values["persist-to"] ?? dataset.persistTo);
  if (!(await isFree(port, host))) {
    throw new Error(`Port ${port} is in use: choose another with npm start -- --port ${port + 1}`);
  }
  // It brings wrangler, which takes seconds to load: what stops us is said before.
  const { loadDataset } = await import("./load.ts");
  const { holdDatabase } = await import("../local/database-hold.ts");
  const loaded = await loadDataset({
    dataset,
    persistTo,
    ifChanged: true,
    unlessWritten: true,
    quiet: true,
  });
  if (loaded?.outcome === "left") {
    const load = dataset.isShipped ? "npm run load" : `npm run load -- --dataset ${values.dataset}`;
    console.log(`You have written here: the new data set is not loaded over it (${load} says what it would take back)`);
  }
  if (loaded?.outcome === "refused") throw new Error("Entente starts only with the whole data set");
  holdDatabase(persistTo, "shared");
  buildWeb(dataset);
  const variables = { ...(await localSettings()), ...settingsOf(dataset) };
  await serve({ host, port, persistTo, pages: dataset.pages, variables }, () => {
    const elsewhere = urlsFromElsewhere(host, port).map((url) => `From other machines: ${url}\n`);
    const data = dataset.isShipped && values["persist-to"] === undefined ? "" : `Its database is in ${persistTo}\n`;
    const address = urlOf(host, port);
    const places = `${dataset.about.name} is at ${address}\n${elsewhere.join("")}GraphiQL is at ${address}/graphiql\n${data}`;
    console.log(`${places}${dataset.isShipped ? firstQuestion(address) : ""}\nCtrl-C stops it.`);
  });
}

function firstQuestion(address: string): string {
  return `
Ask who Japan's reciprocal access partners were on 7 May 2022:

curl ${address}/graphql -H 'content-type: application/json' -d '${JSON.stringify({ query: QUESTION })}'
`;
}

try {
  await start();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
