/** Apollo Server with the HTTP server that it brings. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ApolloServer } from "@apollo/server";
import { startStandaloneServer } from "@apollo/server/standalone";
import { type LoaderContext, loaderContext } from "../loader/loaders.ts";
import { resolvers } from "../loader/resolvers.ts";
import { Database } from "./database.ts";
import { serving } from "./process.ts";

const database = new Database(process.argv[2]!);
const server = new ApolloServer<LoaderContext>({
  typeDefs: readFileSync(join(import.meta.dirname, "../loader/schema.graphql"), "utf8"),
  resolvers: resolvers as never,
});
const { url } = await startStandaloneServer(server, {
  listen: { port: 0, host: "127.0.0.1" },
  context: () => Promise.resolve(loaderContext(database.find)),
});
serving(Number(new URL(url).port), () => database.recorded());
