/** Entente's own schema, run as it is: GraphQL Yoga, graphql-js, Pothos and Drizzle, without limits, cost and cache. */
import { createYoga } from "graphql-yoga";
import { connect } from "../../drizzle/database.ts";
import type { Context } from "../../schema/context.ts";
import { schema } from "../../schema/index.ts";

const yoga = createYoga<{ DB: D1Database }>({
  schema: schema as never,
  context: ({ DB }): Context => {
    const now = new Date().toISOString();
    const d1 = DB as never;
    return {
      database: connect(d1),
      d1,
      revision: null,
      now,
      today: now.slice(0, 10),
      identity: null,
      remembered: new Map(),
    };
  },
  graphiql: false,
  logging: false,
});

export default { fetch: (request: Request, env: { DB: D1Database }) => yoga.fetch(request, env) };
