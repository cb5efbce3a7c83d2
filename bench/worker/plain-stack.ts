/** Entente's own schema, run as it is: GraphQL Yoga, graphql-js, Pothos and Drizzle, without limits, cost and cache. */
import { createYoga } from "graphql-yoga";
import { Context } from "../../schema/context.ts";
import { schema } from "../../schema/index.ts";

const yoga = createYoga<{ DB: D1Database }>({
  schema: schema as never,
  context: ({ DB }) => {
    const now = Date.now();
    const today = () => new Date(now).toISOString().slice(0, 10);
    return new Context({ d1: DB, revision: null, now, today, identity: null });
  },
  graphiql: false,
  logging: false,
});

export default { fetch: (request: Request, env: { DB: D1Database }) => yoga.fetch(request, env) };
