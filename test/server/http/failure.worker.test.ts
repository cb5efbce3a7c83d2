import { VARY } from "../../../src/server/cache/cache-control.ts";
import { buildSchema, GraphQLError, type OperationDefinitionNode, parse } from "graphql";
import { describe, expect, it } from "vitest";
import { TooLarge } from "../../../src/domain/fault/too-large.ts";
import { Unavailable } from "../../../src/domain/fault/unavailable.ts";
import { deadline } from "../../../src/server/limit/deadline.ts";
import { coded, publicError, withCode } from "../../../src/server/http/error.ts";
import { failureOf } from "../../../src/server/http/failure.ts";
import { ready } from "../../../src/server/route/ready.ts";
import { isUnanswered, unavailable } from "../../../src/server/http/unavailable.ts";
import { requestState } from "../request-state.ts";
import { serviceOf } from "../service.ts";

const spared = new Unavailable("UNAVAILABLE", false);
const refused = new Error("D1_ERROR: no such function: jsonb_array");
const lost = new Unavailable("UNAVAILABLE", false, { cause: new Error("Network connection lost.") });

function failure(error: unknown) {
  const lines: object[] = [];
  return { ...failureOf(error, (line) => lines.push(line)), lines };
}

function published(originalError: Error) {
  const lines: object[] = [];
  const error = new GraphQLError("x", { originalError, path: ["actor"] });
  return { error: publicError(error, "r-1", (line) => lines.push(line)), lines };
}

describe("an error of ours", () => {
  it("is told as an id, under which the log has what it comes from", () => {
    const { status, message, headers, lines } = failure(new Error("select", { cause: new Error("no such table") }));
    expect({ status, headers }).toEqual({ status: 500, headers: {} });
    const id = /^Something went wrong on our side; when you report it, give the id ([\da-f-]{36})$/.exec(message)?.[1];
    expect(id).toBeDefined();
    expect(lines).toEqual([{ level: "error", requestId: id, message: "no such table" }]);
  });

  it("need not be an Error, and is not repeated then", () => {
    const { status, lines } = failure("secret");
    expect(status).toBe(500);
    expect(lines).toMatchObject([{ message: "not an Error" }]);
  });

  it("is answered by the id of the request where there is no answer of GraphQL, be it an Error or not", async () => {
    const lines: object[] = [];
    const schema = buildSchema("type Query { x: Int }");
    const answer = serviceOf({ schema, settings: { LOG_REQUESTS: false }, log: (line) => lines.push(line) });
    for (const fault of [new Error("secret"), "secret"]) {
      const request = new Request("http://localhost/graphql?query={x}", { headers: { "entente-revision": "1" } });
      const read = () => Promise.reject(fault);
      const response = await answer(request, requestState({ requestId: "r-1", read }));
      expect(response.status).toBe(500);
      expect(response.headers.get("cache-control")).toBe("no-store");
      expect(await response.json()).toEqual({
        errors: [
          {
            message: "Something went wrong on our side; when you report it, give the id r-1",
            extensions: { code: "INTERNAL_SERVER_ERROR", requestId: "r-1" },
          },
        ],
      });
    }
    expect(lines).toMatchObject([{ message: "secret" }, { message: "secret" }]);
  });

  it("is told within an answer of GraphQL by the id of the request, with its place", () => {
    const { error, lines } = published(new Error("select", { cause: new Error("no such table") }));
    expect(error.toJSON()).toEqual({
      message: "Something went wrong on our side; when you report it, give the id r-1",
      path: ["actor"],
      extensions: { code: "INTERNAL_SERVER_ERROR", requestId: "r-1" },
    });
    expect(lines).toMatchObject([{ level: "error", requestId: "r-1", message: "no such table" }]);
    expect(lines[0]).toHaveProperty("stack");
  });
});

describe("that the database cannot be reached", () => {
  it("is told, and what it comes from logged", () => {
    expect(failure(new Error("select", { cause: lost }))).toMatchObject({
      status: 503,
      message: lost.message,
      headers: { "retry-after": "1" },
      lines: [{ message: "Network connection lost." }],
    });
    const { error, lines } = published(new Error("select", { cause: lost }));
    expect(error).toMatchObject({ message: lost.message, extensions: { code: "UNAVAILABLE" } });
    expect(lines).toMatchObject([{ message: "Network connection lost." }]);
  });

  it("is not logged where nothing was tried", () => {
    expect(failure(spared)).toMatchObject({ status: 503, lines: [] });
    expect(published(spared).lines).toEqual([]);
  });

  it("is no answer where nothing of the data could be read", () => {
    const errors = [new GraphQLError("x", { originalError: lost })];
    expect(isUnanswered({ data: null, errors })).toBe(true);
    expect(isUnanswered({ errors })).toBe(true);
    expect(isUnanswered({ data: { japan: null, nato: null }, errors })).toBe(true);
    expect(isUnanswered({ data: { japan: null, nato: {} }, errors })).toBe(false);
    expect(isUnanswered({ data: null, errors: [new GraphQLError("x")] })).toBe(false);
    expect(isUnanswered({ data: null, errors: [new GraphQLError("x"), ...errors] })).toBe(true);
    expect(isUnanswered({ data: { japan: null } })).toBe(false);
  });

  it.each([
    ["application/graphql-response+json", "application/graphql-response+json; charset=utf-8"],
    ["application/json", "application/json; charset=utf-8"],
    ["text/html", "application/json; charset=utf-8"],
  ])("is answered to who accepts %s as %s", async (accept, type) => {
    const response = unavailable(new Request("http://localhost/graphql", { headers: { accept } }), lost);
    expect(response.status).toBe(503);
    expect(Object.fromEntries(response.headers)).toEqual({
      "content-type": type,
      "cache-control": "no-store",
      "retry-after": "1",
      vary: VARY,
    });
    expect(await response.json()).toEqual({
      errors: [{ message: lost.message, extensions: { code: "UNAVAILABLE", retryable: true } }],
    });
  });
});

describe("what a client has done wrong", () => {
  it("is told as it was raised, and not logged", () => {
    const raised = coded("COST_LIMIT_EXCEEDED", "too dear");
    expect(published(raised).error.toJSON()).toEqual({
      message: "x",
      path: ["actor"],
      extensions: { code: "COST_LIMIT_EXCEEDED" },
    });
    expect(published(raised).lines).toEqual([]);
  });

  it("keeps what else was said of it, and its place in the document", () => {
    const extensions = { code: "COST_LIMIT_EXCEEDED", requested: 7, originalError: new Error("secret") };
    const { selectionSet } = parse("{ a }").definitions[0] as OperationDefinitionNode;
    const raised = new GraphQLError("x", { nodes: selectionSet.selections, extensions });
    const shown = publicError(raised, "r-1", () => undefined);
    expect(shown.toJSON()).toEqual({
      message: "x",
      locations: [{ line: 1, column: 3 }],
      extensions: { code: "COST_LIMIT_EXCEEDED", requested: 7 },
    });
  });

  it("is too much for the database, where it was that, and is not logged as a fault of ours", () => {
    const { error } = published(new Error("select", { cause: new TooLarge() }));
    expect(error.toJSON()).toEqual({
      message: "This asks for too much beneath one field at once: ask for fewer levels, or with fewer filters",
      path: ["actor"],
      extensions: { code: "COST_LIMIT_EXCEEDED" },
    });
    expect(published(new TooLarge()).lines).toEqual([]);
  });

  it("has a code where none was given", () => {
    const lines: object[] = [];
    const error = publicError(new GraphQLError("x"), "r-1", (line) => lines.push(line));
    expect(error.extensions).toEqual({ code: "BAD_USER_INPUT" });
    expect(withCode(new GraphQLError("y"), "GRAPHQL_PARSE_FAILED").toJSON()).toEqual({
      message: "y",
      extensions: { code: "GRAPHQL_PARSE_FAILED" },
    });
  });
});

describe("whether requests can be answered", () => {
  const inTime = <T>(work: Promise<T>) => work;
  const late = <T>(_: Promise<T>, otherwise: (fault: Unavailable) => T) => Promise.resolve(otherwise(spared));
  const read = (newest: number) => () => Promise.resolve(newest);
  const folded = () => Promise.resolve(0);

  it.each([
    ["all is right", true, read(1), inTime, 200, "loaded"],
    ["a setting is wrong", false, read(1), inTime, 503, "loaded"],
    ["there is no data", true, read(0), inTime, 503, "missing: no revision was made yet"],
    ["the database fails", true, () => Promise.reject(lost), inTime, 503, "unreachable"],
    ["the database hangs", true, read(1), late, 503, "unreachable"],
    ["the database refuses", true, () => Promise.reject(refused), inTime, 503, "unreadable: the log says why"],
  ] as const)("is told where %s", async (_, areSettingsRight, reading, waiting, status, data) => {
    const lines: object[] = [];
    const response = await ready(areSettingsRight, reading, folded, waiting, (line) => lines.push(line));
    expect(response.status).toBe(status);
    expect(await response.json()).toEqual({
      status: status === 200 ? "ready" : "unready",
      settings: areSettingsRight ? "right" : "wrong: the log says which",
      data,
      texts: waiting === late ? "unknown" : "folded",
    });
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(response.headers.get("retry-after")).toBe(status === 200 ? null : "1");
    const told = { level: "error", message: "Error: D1_ERROR: no such function: jsonb_array" };
    expect(lines).toEqual(data.startsWith("unreadable") ? [told] : []);
  });

  it.each([
    ["none", () => Promise.resolve(0), "folded"],
    ["some", () => Promise.resolve(7), "7 stale: "],
    ["all", () => Promise.resolve("all" as const), "all stale: "],
    ["who knows how many", () => Promise.reject(lost), "unknown"],
  ])("is so whether or not texts are stale, of which %s are told", async (_, counting, told) => {
    const response = await ready(true, read(1), counting, inTime, () => undefined);
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ status: "ready", texts: expect.stringContaining(told) });
  });
});

describe("the log of what was too late", () => {
  it("tells how long it was waited for", async () => {
    const lines: object[] = [];
    const fault = new Unavailable("DEADLINE_EXCEEDED", false);
    const inTime = deadline(5, { giveUp: () => fault }, (line) => lines.push(line));
    expect(await inTime<unknown>(new Promise(() => undefined), (late) => late)).toBe(fault);
    expect(lines).toEqual([{ level: "error", message: "no answer within 5 ms" }]);
    expect(await inTime<unknown>(Promise.resolve(1), () => 2)).toBe(1);
    expect(lines).toHaveLength(1);
  });
});
