import { describe, expect, it } from "vitest";
import { useEventStream } from "../../../src/server/plugin/use-event-stream.ts";
import { useMaskedErrors } from "../../../src/server/plugin/use-masked-errors.ts";
import { useResponse } from "../../../src/server/plugin/use-response.ts";
import { bareYoga } from "./bare-yoga.ts";

const SUBSCRIPTION = { query: "subscription { numbers(to: 2) }" };
const TWO = `event: next\ndata: {"data":{"numbers":1}}\n\nevent: next\ndata: {"data":{"numbers":2}}\n\nevent: complete\n`;
const bare = (given: object = {}) =>
  bareYoga({ plugins: [useEventStream(), useMaskedErrors(() => undefined), useResponse()], given });

describe("a subscription", () => {
  it.each(["text/event-stream", "*/*", "application/json, text/event-stream;q=0.1"])(
    "is answered by events to who accepts %s",
    async (accept) => {
      const response = await bare({ budget: { ratelimit: '"cost";r=1;t=30' } }).post(SUBSCRIPTION, { accept });
      expect(response.status).toBe(200);
      expect(Object.fromEntries(response.headers)).toMatchObject({
        "content-type": "text/event-stream",
        "cache-control": "no-store",
        ratelimit: '"cost";r=1;t=30',
        vary: expect.stringContaining("Accept") as string,
        "access-control-allow-origin": "*",
      });
      expect(await response.text()).toContain(TWO);
    },
  );

  it("is 406 to who takes no events, and part of no batch", async () => {
    const response = await bare().post(SUBSCRIPTION, { accept: "application/json" });
    expect(response.status).toBe(406);
    expect(response.headers.get("accept")).toBe("text/event-stream");
    expect((await bare({ turn: {} }).post(SUBSCRIPTION, { accept: "*/*" })).status).toBe(400);
  });
});

describe("a query", () => {
  it.each([
    ["text/event-stream", "text/event-stream"],
    ["text/event-stream, application/json;q=0.9", "text/event-stream"],
    [
      "application/graphql-response+json, application/json, text/event-stream, multipart/mixed",
      "application/graphql-response+json",
    ],
    ["text/event-stream, application/json", "application/json"],
  ])("accepted as %s is answered as %s", async (accept, type) => {
    const response = await bare().post({ query: "{ one }" }, { accept });
    expect(response.headers.get("content-type")).toContain(type);
    expect(await response.text()).toContain('{"data":{"one":1}}');
  });

  it("that is refused is told so by an event", async () => {
    const response = await bare().post({ query: "{ two }" }, { accept: "text/event-stream" });
    expect(await response.text()).toContain("GRAPHQL_VALIDATION_FAILED");
  });
});
