/** Entente's own schema, run as it is: GraphQL Yoga, graphql-js, Pothos and Drizzle, without limits, cost and cache. */
import { createYoga } from "graphql-yoga";
import { Context } from "../../schema/context.ts";
import { schema } from "../../schema/index.ts";

interface ExecuteEvent {
  executeFn: (args: { contextValue: object }) => unknown;
  setExecuteFn: (execute: (args: { contextValue: { DB: D1Database } }) => unknown) => void;
}

const yoga = createYoga<{ DB: D1Database }>({
  // oxlint-disable-next-line typescript/no-unnecessary-type-assertion -- where the bench is installed, Yoga is there with a graphql of its own
  schema: schema as never,
  // Yoga copies the context that it is given, and loses what is no property of its own.
  plugins: [
    {
      onExecute: ({ executeFn, setExecuteFn }: ExecuteEvent) =>
        setExecuteFn((args) => executeFn({ ...args, contextValue: contextOf(args.contextValue.DB) })),
    },
  ],
  graphiql: false,
  logging: false,
});

function contextOf(d1: D1Database): Context {
  const now = Date.now();
  const today = () => new Date(now).toISOString().slice(0, 10);
  return new Context({ d1, revision: null, now, today, identity: null });
}

export default { fetch: (request: Request, env: { DB: D1Database }) => yoga.fetch(request, env) };
