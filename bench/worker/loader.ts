/** What most people write: GraphQL Yoga, resolvers and DataLoader over D1. */
import { createSchema, createYoga } from "graphql-yoga";
import { loaderContext, type Row } from "../loader/loaders.ts";
import { resolvers } from "../loader/resolvers.ts";
import typeDefs from "../loader/schema.graphql";

const yoga = createYoga<{ DB: D1Database }>({
  schema: createSchema({ typeDefs, resolvers }) as never,
  context: ({ DB }) =>
    loaderContext(async (sql, values) => {
      const { results } = await DB.prepare(sql)
        .bind(...values)
        .all<Row>();
      return results;
    }),
  graphiql: false,
  logging: false,
});

export default { fetch: (request: Request, env: { DB: D1Database }) => yoga.fetch(request, env) };
