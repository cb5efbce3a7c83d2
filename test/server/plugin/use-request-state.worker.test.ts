import type { ExecutionArgs } from "graphql";
import { createYoga } from "graphql-yoga";
import { expect, it } from "vitest";
import { useRequestState } from "../../../src/server/plugin/use-request-state.ts";
import type { RequestState, StateStage } from "../../../src/server/request-stage.ts";
import { requestState } from "../request-state.ts";
import { NUMBERS, posted } from "./bare-yoga.ts";

it("gives each request its own state, and what it accepts", async () => {
  const states = new WeakMap<Request, RequestState>();
  const seen: unknown[] = [];
  const { handleRequest } = createYoga({
    schema: NUMBERS,
    plugins: [
      useRequestState(states),
      {
        onExecute: ({ args }: { args: ExecutionArgs }) =>
          void seen.push(
            (args.contextValue as StateStage).state.requestId,
            (args.contextValue as StateStage).accepted.mediaType,
          ),
      },
    ],
  });
  const [first, second] = [posted({ query: "{ one }" }), posted({ query: "{ one }" }, { accept: "application/json" })];
  states.set(first, requestState({ requestId: "first" }));
  states.set(second, requestState({ requestId: "second" }));
  await Promise.all([first, second].map(async (request) => handleRequest(request, undefined as never)));
  expect(seen).toEqual(["first", "application/json", "second", "application/json"]);
});
