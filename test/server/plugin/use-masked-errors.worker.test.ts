import { GraphQLError } from "graphql";
import type { Plugin } from "graphql-yoga";
import { describe, expect, it } from "vitest";
import { Unavailable } from "../../../src/domain/fault/unavailable.ts";
import { badRequest, withHttp } from "../../../src/server/http/http-refusal.ts";
import { coded } from "../../../src/server/http/error.ts";
import { useMaskedErrors } from "../../../src/server/plugin/use-masked-errors.ts";
import { bareYoga } from "./bare-yoga.ts";

interface Told {
  status: number;
  headers: object;
  code: () => string | null;
}

function bare(more: Plugin = {}) {
  const lines: object[] = [];
  const outcomes: Told[] = [];
  const seeing: Plugin<object, { outcome: Told }> = {
    onResultProcess: ({ serverContext }) => void outcomes.push(serverContext.outcome),
  };
  const plugins = [more, useMaskedErrors((line) => lines.push(line)), seeing];
  const yoga = bareYoga({ plugins, state: { requestId: "r-1" } });
  return { ...yoga, lines, outcome: () => ({ ...outcomes[0]!, code: outcomes[0]!.code() }) };
}

const throwing = (thrown: unknown): Plugin => ({
  onExecute: () => {
    throw thrown;
  },
});
const HIDDEN = {
  message: "Something went wrong on our side; when you report it, give the id r-1",
  extensions: { code: "INTERNAL_SERVER_ERROR", requestId: "r-1" },
};

describe("an error", () => {
  it("that we did not raise is hidden and logged, and a part of the answer is missing", async () => {
    const { post, lines, outcome } = bare();
    expect(await (await post({ query: "{ one broken }" })).json()).toMatchObject({
      data: { one: 1, broken: null },
      errors: [HIDDEN],
    });
    expect(lines).toMatchObject([{ message: "no such table" }]);
    expect(outcome()).toEqual({ status: 200, headers: {}, code: "INTERNAL_SERVER_ERROR" });
  });

  it.each([
    ["an Error", new Error("secret")],
    ["a text", "secret"],
    ["an object", { secret: true }],
    ["a number", 7],
    ["what was aborted", new DOMException("secret", "AbortError")],
  ])("that is thrown as %s is hidden, and 500", async (_, thrown) => {
    const { post, outcome } = bare(throwing(thrown));
    expect(await (await post({ query: "{ one }" })).json()).toEqual({ errors: [HIDDEN] });
    expect(outcome()).toEqual({ status: 500, headers: {}, code: "INTERNAL_SERVER_ERROR" });
  });

  it.each<[string, GraphQLError | Error, object]>([
    ["raised", coded("BAD_USER_INPUT", "no"), { status: 200, headers: {}, code: "BAD_USER_INPUT" }],
    ["raised with a status", badRequest("no", 413), { status: 413, headers: {}, code: "BAD_REQUEST" }],
    [
      "raised with headers",
      withHttp(coded("RATE_LIMITED", "no"), 429, { "retry-after": "7" }),
      { status: 429, headers: { "retry-after": "7" }, code: "RATE_LIMITED" },
    ],
    [
      "that the database is lost",
      new Unavailable("UNAVAILABLE", false),
      { status: 503, headers: { "retry-after": "1" }, code: "UNAVAILABLE" },
    ],
  ])("%s is told, and not how it is answered", async (_, thrown, expected) => {
    const { post, outcome } = bare(throwing(thrown));
    expect(await (await post({ query: "{ one }" })).text()).not.toContain('"http"');
    expect(outcome()).toEqual(expected);
  });

  it("that refuses is 400 in GraphQL's own media type", async () => {
    const { post, outcome } = bare(throwing(coded("BAD_USER_INPUT", "no")));
    await post({ query: "{ one }" }, { accept: "application/graphql-response+json" });
    expect(outcome()).toMatchObject({ status: 400 });
  });

  it("within a batch or an event is hidden as well", async () => {
    const batch = bare();
    expect(await (await batch.post([{ query: "{ one }" }, { query: "{ broken }" }])).json()).toMatchObject([
      {},
      { errors: [HIDDEN] },
    ]);
    expect(batch.outcome()).toMatchObject({ status: 200, code: "INTERNAL_SERVER_ERROR" });
    const events = async function* () {
      yield { data: null, errors: [new GraphQLError("x", { originalError: new Error("secret") })] };
    };
    const stream = bare({
      onSubscribe: ({ setResultAndStopExecution }) => setResultAndStopExecution(events() as never),
    });
    const text = await (
      await stream.post({ query: "subscription { numbers(to: 1) }" }, { accept: "text/event-stream" })
    ).text();
    expect(text).toContain(HIDDEN.message);
    expect(text).not.toContain("secret");
  });

  it("of a batch says when to ask again, where one is to be asked again", async () => {
    const { post, outcome } = bare(throwing(withHttp(coded("RATE_LIMITED", "no"), 429, { "retry-after": "7" })));
    await post([{ query: "{ two }" }, { query: "{ one }" }]);
    expect(outcome()).toMatchObject({ status: 200, headers: { "retry-after": "7" } });
  });
});
