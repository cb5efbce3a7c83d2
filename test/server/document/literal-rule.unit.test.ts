import { buildSchema, GraphQLError, type GraphQLScalarType, parse, validate } from "graphql";
import { describe, expect, it } from "vitest";
import { literalRule } from "../../../src/server/document/literal-rule.ts";

const schema = buildSchema(`
  scalar Day
  input Range { from: Day, days: [Day!], ranges: [Range!] }
  type Query { a(on: Day, range: Range, ranges: [Range!], count: Int): Int }
`);
const day = schema.getType("Day") as GraphQLScalarType;
day.coerceInputValue = (value) => {
  if (value === "good") return value;
  throw new Error("no day");
};

function faults(text: string) {
  return validate(schema, parse(text), [literalRule]).map(({ message, locations }) => ({
    message: message.replace(/, but encountered error "no day"; found/, ""),
    at: locations?.map(({ column }) => text.slice(column - 1, column + 4)),
  }));
}

describe("a literal", () => {
  it("that its type takes is no fault, nor is a variable", () => {
    expect(
      faults(
        `query ($on: Day = "good", $to: Day) { a(on: "good", range: { days: ["good", $on] }, ranges: { from: $to }, count: 1) }`,
      ),
    ).toEqual([]);
  });

  it.each([
    [`{ a(on: "bad1") }`, `Argument "Query.a(on:)" has invalid value: Expected value of type "Day": "bad1".`, `"bad1`],
    [
      `{ a(range: { days: ["good", "bad2"] }) }`,
      `Argument "Query.a(range:)" has invalid value at .days[1]: Expected value of type "Day": "bad2".`,
      `"bad2`,
    ],
    [
      `{ a(ranges: { days: "bad3" }) }`,
      `Argument "Query.a(ranges:)" has invalid value at .days: Expected value of type "Day": "bad3".`,
      `"bad3`,
    ],
    [
      `query ($on: Day = "bad4") { a(on: $on) }`,
      `Variable "$on" has invalid default value: Expected value of type "Day": "bad4".`,
      `"bad4`,
    ],
    [
      `{ a(count: "five") }`,
      `Argument "Query.a(count:)" has invalid value: Int cannot represent non-integer value: "five"`,
      `"five`,
    ],
    [`{ a @include(if: "true") }`, `Argument "@include(if:)" has invalid value`, `"true`],
  ])("%s is refused by the name of its argument, at its place", (text, message, at) => {
    expect(faults(text)).toEqual([{ message: expect.stringContaining(message) as string, at: [at] }]);
  });

  it("of an argument or a variable that the schema does not have is left to other rules", () => {
    expect(faults(`query ($on: Night = "bad") { a(of: "bad") }`)).toEqual([]);
  });

  it("refused by a GraphQLError without a place has that of the value in the document", () => {
    day.coerceInputValue = () => {
      throw new GraphQLError("is no day");
    };
    expect(faults(`{ a(range: { ranges: [{ from: "bad5" }] }, ranges: { days: "bad6" }) }`)).toEqual([
      { message: `Argument "Query.a(range:)" has invalid value at .ranges[0].from: is no day`, at: [`"bad5`] },
      { message: `Argument "Query.a(ranges:)" has invalid value at .days: is no day`, at: [`"bad6`] },
    ]);
  });
});
