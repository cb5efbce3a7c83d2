import { execute, type ExecutionArgs } from "graphql";
import { deadline } from "../../src/server/limit/deadline.ts";
import { rateLimit } from "../../src/server/limit/rate-limit.ts";
import { identityCheck } from "../../src/server/auth/identity.ts";
import { usualSettings } from "../../src/server/settings.ts";
import { Unavailable } from "../../src/domain/fault/unavailable.ts";
import { graphqlServer } from "../../src/server/yoga.ts";
import { requestState } from "./request-state.ts";
import { tickingSchema } from "./ticking-schema.ts";

const watch = { begun: [], ended: 0 };
const lines: object[] = [];
const answer = graphqlServer({
  schema: tickingSchema(watch),
  execute: async (args: ExecutionArgs) => await execute(args),
  settings: usualSettings,
  spend: rateLimit(usualSettings),
  identity: identityCheck({}, () => undefined),
  log: (line) => lines.push(line),
});

/** A Worker of its own, to be asked through sockets: /graphql, and what has become of it at /watch. */
export default {
  fetch(request: Request): Promise<Response> | Response {
    if (request.url.endsWith("/watch")) return Response.json({ ended: watch.ended, lines });
    // So late that nothing depends on how busy the machine is.
    const inTime = deadline(600_000, { giveUp: () => new Unavailable("DEADLINE_EXCEEDED", false) }, () => undefined);
    return answer(request, requestState({ inTime, now: Date.now() }));
  },
};
