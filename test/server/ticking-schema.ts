import { GraphQLInt, GraphQLNonNull, GraphQLObjectType, GraphQLSchema } from "graphql";

/** What the subscription sees: who asked, and that it is over. */
export interface Watch {
  begun: unknown[];
  ended: number;
}

/** A schema with a subscription that counts as long as it is read, or up to a number. */
export function tickingSchema(watch: Watch): GraphQLSchema {
  const counter: GraphQLObjectType = new GraphQLObjectType({
    name: "Counter",
    fields: () => ({
      value: { type: GraphQLInt, resolve: (value: number) => value },
      next: { type: counter, resolve: (value: number) => value + 1 },
    }),
  });
  return new GraphQLSchema({
    query: new GraphQLObjectType({
      name: "Query",
      fields: { ended: { type: GraphQLInt, resolve: () => watch.ended } },
    }),
    subscription: new GraphQLObjectType({
      name: "Subscription",
      fields: {
        ticks: {
          type: new GraphQLNonNull(counter),
          args: { to: { type: GraphQLInt } },
          resolve: (value: unknown) => value,
          subscribe: async function* (_, { to }: { to?: number }, context) {
            watch.begun.push(context);
            try {
              for (let value = 1; value <= (to ?? Infinity); value += 1) {
                yield value;
                await scheduler.wait(5);
              }
            } finally {
              watch.ended += 1;
            }
          },
        },
      },
    }),
  });
}
