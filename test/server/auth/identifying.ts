import type { Plugin } from "graphql-yoga";
import type { Identity } from "../../../src/domain/identity.ts";
import { identityCheck } from "../../../src/server/auth/identity.ts";
import type { Fetch, Moment } from "../../../src/server/auth/key-server.ts";
import { perSettings } from "../../../src/server/settings.ts";
import { useIdentity } from "../../../src/server/plugin/use-identity.ts";
import { bareYoga } from "../plugin/bare-yoga.ts";

type Answer = (identity: Identity | null) => Promise<Response>;

/** Has a request answered for whom its token is about, by use-identity under a bare Yoga. */
export function identifying(log: (line: object) => void, fetchKeys?: Fetch) {
  const checkFor = perSettings((env) => identityCheck(env, log, fetchKeys));
  return (request: Request, env: object, moment: Moment, answer: Answer): Promise<Response> => {
    const answering: Plugin<object, { identity: Identity | null }> = {
      async onRequestParse({ serverContext, endResponse }) {
        endResponse(await answer(serverContext.identity));
      },
    };
    return bareYoga({ plugins: [useIdentity(checkFor(env)), answering], state: moment }).fetch(request);
  };
}
