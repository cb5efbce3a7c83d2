import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Unavailable } from "../../../src/domain/fault/unavailable.ts";
import { deadline } from "../../../src/server/limit/deadline.ts";
import { useDeadline } from "../../../src/server/plugin/use-deadline.ts";
import { holdClock, wait, whileTimePasses } from "../../held-clock.ts";
import { bareYoga } from "./bare-yoga.ts";

const late = new Unavailable("DEADLINE_EXCEEDED", false);
const inTime = deadline(20, { giveUp: () => late }, () => undefined);

beforeEach(holdClock);
afterEach(() => {
  vi.useRealTimers();
});

describe("the deadline", () => {
  it("leaves what is answered before it as it is", async () => {
    const { post } = bareYoga({ plugins: [useDeadline()], state: { inTime } });
    expect(await (await post({ query: "{ one }" })).json()).toEqual({ data: { one: 1 } });
  });

  it("answers 503 in the place of what hangs, wherever that is", async () => {
    const hanging = { onRequestParse: () => new Promise<void>(() => undefined) };
    const { post } = bareYoga({ plugins: [useDeadline(), hanging], state: { inTime } });
    const response = await whileTimePasses(post({ query: "{ one }" }));
    expect(response.status).toBe(503);
    expect(response.headers.get("retry-after")).toBe("1");
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: "DEADLINE_EXCEEDED" } }] });
  });

  it("ends a stream that comes too late, which nobody reads", async () => {
    const cancelled = vi.fn<() => void>();
    const { promise, resolve } = Promise.withResolvers<void>();
    const slow = {
      onResultProcess: async ({
        setResultProcessor,
      }: {
        setResultProcessor: (make: () => Response, type: string) => void;
      }) => {
        await promise;
        setResultProcessor(() => new Response(new ReadableStream({ cancel: cancelled })), "text/plain");
      },
    };
    const { post } = bareYoga({ plugins: [useDeadline(), slow], state: { inTime } });
    expect((await whileTimePasses(post({ query: "{ one }" }))).status).toBe(503);
    resolve();
    await vi.waitFor(() => expect(cancelled).toHaveBeenCalledTimes(1));
  });

  it("is over with the first byte of a stream", async () => {
    const numbers = async function* () {
      for (let n = 1; n <= 2; n += 1) {
        yield { data: { n } };
        await wait(30);
      }
    };
    const slowly = {
      onSubscribe: ({ setResultAndStopExecution }: { setResultAndStopExecution: (r: unknown) => void }) =>
        setResultAndStopExecution(numbers()),
    };
    const { post } = bareYoga({ plugins: [useDeadline(), slowly], state: { inTime } });
    const response = await post({ query: "subscription { numbers(to: 2) }" }, { accept: "text/event-stream" });
    expect(await whileTimePasses(response.text())).toContain('data: {"data":{"n":2}}');
  });
});
