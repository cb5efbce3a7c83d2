import { parse } from "graphql";
import { describe, expect, it } from "vitest";
import { operationOf, variablesFault } from "../../../src/server/document/operation.ts";

const chosen = (text: string, name?: string | null) => operationOf(parse(text), name);
const refused = (message: string) => ({ message, extensions: { code: "BAD_USER_INPUT" } });

describe("the operation of a request", () => {
  it("is the only one, or the one that is named", () => {
    for (const name of [null, undefined]) expect(chosen("{ a }", name)).toMatchObject({ operation: "query" });
    expect(chosen("query A { a } mutation B { b }", "B")).toMatchObject({ operation: "mutation" });
  });

  it.each([
    ["query A { a } query B { b }", null, "operationName is missing: the document has A, B"],
    ["query A { a } { b }", undefined, "operationName is missing: the document has A, one without a name"],
    ["query A { a }", "C", 'operationName is "C": the document has A'],
    ["query A { a } fragment F on T { b }", "F", 'operationName is "F": the document has A'],
    ["fragment F on T { b }", null, "The document has no operation"],
    ["fragment F on T { b }", "F", "The document has no operation"],
  ])("of %j is none that is named %j", (text, name, message) => {
    expect(chosen(text, name)).toMatchObject(refused(message));
  });
});

describe("the variables of a request", () => {
  const nested = (levels: number, wrap: (value: unknown) => unknown) =>
    Array.from({ length: levels }).reduce((value) => wrap(value), 1 as unknown);

  it.each<[string, (value: unknown) => unknown]>([
    ["lists", (value) => [0, value]],
    ["objects", (value) => ({ a: null, b: value })],
  ])("have at most fifty %s in one another", (_, wrap) => {
    expect(variablesFault(nested(50, wrap))).toBeNull();
    expect(variablesFault(nested(51, wrap))).toMatchObject(
      refused('"variables" has more than 50 lists and objects in one another: no argument takes that'),
    );
  });

  it("may be none", () => {
    for (const none of [null, undefined, {}]) expect(variablesFault(none)).toBeNull();
  });
});
