/** Fastify with Mercurius, its JIT on from the first time on that a document comes. */
import { readFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { fastify } from "fastify";
import mercurius from "mercurius";
import { loaderContext } from "../loader/loaders.ts";
import { resolvers } from "../loader/resolvers.ts";
import { Database } from "./database.ts";
import { serving } from "./process.ts";
import { forMercurius } from "./mercurius-resolvers.ts";

const database = new Database(process.argv[2]!);
const app = fastify();
await app.register(mercurius, {
  schema: readFileSync(join(import.meta.dirname, "../loader/schema.graphql"), "utf8"),
  resolvers: forMercurius(resolvers) as never,
  jit: 1,
  context: () => loaderContext(database.find),
});
await app.listen({ port: 0, host: "127.0.0.1" });
serving((app.server.address() as AddressInfo).port, () => database.recorded());
