import { GraphQLError, type GraphQLSchema } from "graphql";
import { createYoga, type Plugin } from "graphql-yoga";
import { documentCache } from "./document-cache.ts";
import { publicError } from "./error.ts";

interface ServerContext<Context> {
  requestId: string;
  context: Context;
}

/**
 * Answers GraphQL over HTTP at /graphql: POST, and GET for queries. Each request brings the
 * context for its resolvers and the id under which its errors are logged.
 */
export function graphqlOverHttp<Context extends object>(schema: GraphQLSchema, log: (line: object) => void) {
  const yoga = createYoga<ServerContext<Context>>({
    schema,
    graphqlEndpoint: "/graphql",
    batching: false,
    cors: false,
    graphiql: false,
    landingPage: false,
    logging: false,
    maskedErrors: false,
    parserAndValidationCache: false,
    context: ({ context }) => context,
    plugins: [documentCache(), publicErrors(log)],
  });
  return async (request: Request, serverContext: ServerContext<Context>): Promise<Response> =>
    yoga.fetch(request, serverContext);
}

function publicErrors<Context>(log: (line: object) => void): Plugin<object, ServerContext<Context>> {
  return {
    onResultProcess: (processing) => {
      const { result, serverContext } = processing;
      if (!("errors" in result) || result.errors === undefined) return;
      const errors = result.errors.map((error) =>
        publicError(
          error instanceof GraphQLError ? error : new GraphQLError(String(error)),
          serverContext.requestId,
          log,
        ),
      );
      processing.setResult({ ...result, errors });
    },
  };
}
