import { buildSchema, execute, type ExecutionArgs, type GraphQLSchema, subscribe } from "graphql";
import { createYoga, type Plugin } from "graphql-yoga";
import { acceptedOf } from "../../../src/server/http/accept.ts";
import { codingsOf } from "../../../src/server/http/coding.ts";
import type { RequestState } from "../../../src/server/request-stage.ts";
import { stagesOf } from "../../../src/server/request-plugin.ts";
import { requestState } from "../request-state.ts";

export const NUMBERS = buildSchema(
  "type Query { one: Int, twice(n: Int!): Int, broken: Int } type Mutation { one: Int } type Subscription { numbers(to: Int!): Int }",
);

const rootValue = {
  one: () => 1,
  twice: ({ n }: { n: number }) => 2 * n,
  broken: () => {
    throw new Error("no such table");
  },
  numbers: async function* ({ to }: { to: number }) {
    for (let n = 1; n <= to; n += 1) yield { numbers: n };
  },
};

interface Bare {
  plugins: readonly unknown[];
  /** The stages that are added before these plugins, beside the state and what is accepted. */
  given?: object;
  state?: Partial<RequestState>;
  schema?: GraphQLSchema;
  /** What executes, in the place of graphql-js. */
  executing?: readonly unknown[];
}

/** A Yoga as it comes, over a small schema, with nothing but these plugins. */
export function bareYoga({ plugins, given = {}, state = {}, schema = NUMBERS, executing }: Bare) {
  /** The contexts of the operations that were executed or subscribed to. */
  const contexts: Record<string, unknown>[] = [];
  const giving: Plugin = {
    onRequest({ request, serverContext }) {
      const accepted = acceptedOf(request.headers.get("accept"));
      Object.assign(serverContext, { state: requestState(state), accepted, codings: codingsOf(request), ...given });
    },
  };
  const rooted = (run: (args: ExecutionArgs) => unknown) => (args: ExecutionArgs) => run({ ...args, rootValue });
  const resolving: Plugin = {
    onExecute({ args, setExecuteFn }) {
      contexts.push(stagesOf<Record<string, unknown>>(args.contextValue));
      setExecuteFn(rooted(execute) as never);
    },
    onSubscribe({ args, setSubscribeFn }) {
      contexts.push(stagesOf<Record<string, unknown>>(args.contextValue));
      setSubscribeFn(rooted(subscribe) as never);
    },
  };
  const yoga = createYoga({
    schema: schema,
    plugins: [giving, ...(plugins as Plugin[]), ...((executing as Plugin[] | undefined) ?? [resolving])],
    logging: false,
    maskedErrors: false,
    graphiql: false,
    batching: true,
    cors: false,
  });
  const fetch = async (request: Request) => yoga.handleRequest(request, undefined as never);
  return {
    contexts,
    fetch,
    post: (body: object, headers: Record<string, string> = {}) => fetch(posted(body, headers)),
    get: (query: string, headers: Record<string, string> = {}) =>
      fetch(new Request(`http://localhost/graphql?${new URLSearchParams({ query }).toString()}`, { headers })),
  };
}

export function posted(body: object, headers: Record<string, string> = {}): Request {
  return new Request("http://localhost/graphql", {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(body),
  });
}

/** Ends each request that has been read so far with a response. */
export function answering(response: () => Response): Plugin {
  return { onRequestParse: ({ endResponse }) => endResponse(response()) };
}
