/** GraphQL Yoga on Node's HTTP server. */
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { createSchema, createYoga } from "graphql-yoga";
import { loaderContext } from "../loader/loaders.ts";
import { resolvers } from "../loader/resolvers.ts";
import { Database } from "./database.ts";
import { serving } from "./process.ts";

const database = new Database(process.argv[2]!);
const yoga = createYoga({
  schema: createSchema({
    typeDefs: readFileSync(join(import.meta.dirname, "../loader/schema.graphql"), "utf8"),
    resolvers: resolvers as never,
  }),
  context: () => loaderContext(database.find),
  graphiql: false,
  logging: false,
});
const server = createServer(yoga);
server.listen(0, "127.0.0.1", () => serving((server.address() as AddressInfo).port, () => database.recorded()));
