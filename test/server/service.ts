import { execute, type ExecutionArgs, type GraphQLSchema } from "graphql";
import { type IdentityCheck, identityCheck } from "../../src/server/auth/identity.ts";
import { rateLimit } from "../../src/server/limit/rate-limit.ts";
import { readSettings } from "../../src/server/settings.ts";
import { graphqlServer } from "../../src/server/yoga.ts";

interface Service {
  schema: GraphQLSchema;
  rootValue?: unknown;
  settings?: object;
  identity?: IdentityCheck;
  log?: (line: object) => void;
}

/** /graphql over another schema, executed by graphql-js, with all that a request goes through. */
export function serviceOf({ schema, rootValue, settings = {}, identity, log = () => undefined }: Service) {
  return graphqlServer({
    schema,
    execute: async (args: ExecutionArgs) => await execute({ ...args, rootValue }),
    settings: readSettings(settings),
    spend: rateLimit(readSettings(settings)),
    identity: identity ?? identityCheck(settings, log),
    log,
  });
}
