import { beforeAll, describe, expect, it } from "vitest";
import { writeCursor } from "../../schema/connection/cursor.ts";
import { ask } from "../ask.ts";
import { loadDataset } from "../load-dataset.ts";

beforeAll(loadDataset);

async function refusal(query: string, variables = {}) {
  const { errors, statements } = await ask(query, variables);
  expect(statements).toEqual([]);
  expect(errors).toHaveLength(1);
  return { code: errors?.[0]?.extensions["code"], message: errors?.[0]?.message };
}

const page = (args: string) => `{ actor(slug: "japan") { partnerships(${args}) { totalCount nodes { id } } } }`;

/** A cursor as whoever has read our code would make it. */
function forged(list: string, position: unknown[]): string {
  const cursor = writeCursor(list, position as number[]);
  // JSON has no number that is infinite, but it has some that are read as that.
  return Buffer.from(
    Buffer.from(cursor, "base64url")
      .toString()
      .replace(/null\]$/, position.includes(Infinity) ? "1e999]" : "null]"),
  ).toString("base64url");
}

async function cursorOf(field: string) {
  const { data } = await ask<{ actor: Record<string, { pageInfo: { endCursor: string } }> }>(
    `{ actor(slug: "japan") { field: ${field} { pageInfo { endCursor } } } }`,
  );
  return data.actor["field"]?.pageInfo.endCursor ?? "";
}

describe("a page size", () => {
  it.each(["first: 0", "first: -1", "first: 101", "last: 0", "last: 101"])(
    "of %s is refused before SQL",
    async (args) => {
      const { code, message } = await refusal(page(args));
      expect(code).toBe("BAD_USER_INPUT");
      expect(message).toMatch(/^Argument "(first|last)" of Actor\.partnerships is -?\d+: it must be from 1 to 100$/);
    },
  );

  it("is refused where it is no 32-bit integer", async () => {
    expect(await refusal(page("first: 2147483648"))).toMatchObject({ code: "GRAPHQL_VALIDATION_FAILED" });
  });

  it("is given once: first and last exclude each other", async () => {
    const { code, message } = await refusal(page("first: 1, last: 1"));
    expect(code).toBe("BAD_USER_INPUT");
    expect(message).toContain("exclude each other");
  });

  it("is refused at the root as it is beneath an actor", async () => {
    expect(await refusal(`{ statements(first: 0) { nodes { id } } }`)).toMatchObject({ code: "BAD_USER_INPUT" });
  });
});

describe("a cursor", () => {
  it("that is damaged is refused", async () => {
    const cursor = await cursorOf("partnerships(first: 2)");
    const damaged = [
      "x",
      "",
      "e30",
      cursor.slice(0, -4),
      cursor.replace(/^./, "X"),
      `${cursor.slice(0, -2)}00`,
      "ÿ".repeat(500),
    ];
    for (const after of damaged) {
      const { code, message } = await refusal(page(`first: 2, after: ${JSON.stringify(after)}`));
      expect(code).toBe("BAD_USER_INPUT");
      expect(message).toContain('Argument "after": the cursor is damaged');
    }
  });

  it.each<[string, unknown[]]>([
    ["no values", []],
    ["too few values", ["Japan"]],
    ["too many values", ["Japan", 1, 2]],
    ["hundreds of values", Array.from({ length: 300 }, () => 1)],
    ["a list among its values", ["Japan", [1]]],
    ["an object among its values", [{ name: "Japan" }, 1]],
    ["null among its values", [null, 1]],
    ["true among its values", ["Japan", true]],
    ["a number beyond all", ["Japan", Infinity]],
  ])("with the right seal, which is no secret, is refused where it has %s", async (_, position) => {
    for (const [list, field] of [
      ["Query.actors{}", "actors"],
      [`Query.search${JSON.stringify(["nato", undefined])}`, `search(query: "nato")`],
    ] as const) {
      const after = forged(list, position);
      const args = field.endsWith(")") ? `${field.slice(0, -1)}, after: "${after}")` : `${field}(after: "${after}")`;
      const { code, message } = await refusal(`{ ${args} { totalCount } }`);
      expect(code).toBe("BAD_USER_INPUT");
      expect(message).toContain('Argument "after": the cursor is damaged');
    }
  });

  it("with the right seal and any values of its sorts is answered: there is nothing to be got by it", async () => {
    const after = forged("Query.actors{}", ["'; DROP TABLE actors; --", 1e300]);
    const { data, errors } = await ask(`{ actors(first: 1, after: "${after}") { totalCount } }`);
    expect(errors).toBeUndefined();
    expect(data["actors"]).toEqual({ totalCount: expect.any(Number) as number });
  });

  it("of another field or of other arguments is refused", async () => {
    const foreign = [await cursorOf("alliances(first: 1)"), await cursorOf("partnerships(first: 2, kind: DIALOGUE)")];
    for (const after of foreign) {
      expect(await refusal(page(`first: 2, after: "${after}"`))).toMatchObject({ code: "BAD_USER_INPUT" });
    }
  });
});

describe("a date", () => {
  const form = "write YYYY-MM-DD, such as 2022-05-07";
  const days: [asOf: string, right: string][] = [
    ["2022-02-30", "February 2022 has 28 days: write one from 01 to 28"],
    ["2023-02-29", "February 2023 has 28 days: write one from 01 to 28"],
    ["2022-13-01", "there is no month 13: write one from 01 to 12"],
    ["9999-12-31", "it stands for an open end, and the last that can be asked for is 9999-12-30"],
    ...["2022-05", "07/05/2022", "yesterday", ""].map((day): [string, string] => [day, form]),
  ];

  it.each(days)("of %j is refused in a variable, with what would be right: %s", async (asOf, right) => {
    const query = `query ($asOf: Date) { actor(slug: "japan") { partnerships(asOf: $asOf) { totalCount } } }`;
    expect(await refusal(query, { asOf })).toEqual({
      code: "BAD_USER_INPUT",
      message: `Variable "$asOf" has invalid value: "${asOf}" is not a day: ${right}`,
    });
  });

  it.each(days)("of %j is refused in the document with its place and the argument: %s", async (asOf, right) => {
    const query = page(`asOf: "${asOf}"`);
    const { errors, status } = await ask(query);
    expect(errors).toEqual([
      {
        message: `Argument "Actor.partnerships(asOf:)" has invalid value: "${asOf}" is not a day: ${right}`,
        locations: [{ line: 1, column: query.indexOf(`"${asOf}"`) + 1 }],
        extensions: { code: "GRAPHQL_VALIDATION_FAILED" },
      },
    ]);
    expect(status).toBe((await ask("{ nobody }")).status);
  });

  it("is refused in an input object of the document with its field and place", async () => {
    const query = `{ events(filter: { any: [{ kind: [VISIT] }, { between: { from: "2022-02-30" } }] }) { totalCount } }`;
    const { errors } = await ask(query);
    expect(errors).toEqual([
      {
        message: `Argument "Query.events(filter:)" has invalid value at .any[1].between.from: "2022-02-30" is not a day: February 2022 has 28 days: write one from 01 to 28`,
        locations: [{ line: 1, column: query.indexOf('"2022') + 1 }],
        extensions: { code: "GRAPHQL_VALIDATION_FAILED" },
      },
    ]);
  });

  it("is refused as what a variable is when it is left out", async () => {
    const query = `query ($asOf: Date = "2022-05") { actor(slug: "japan") { partnerships(asOf: $asOf) { totalCount } } }`;
    const { errors } = await ask(query);
    expect(errors).toMatchObject([
      {
        message: `Variable "$asOf" has invalid default value: "2022-05" is not a day: ${form}`,
        locations: [{ line: 1, column: 22 }],
      },
    ]);
  });
});

describe("a document", () => {
  it("that does not parse is refused as such", async () => {
    expect(await refusal("{ actor(")).toMatchObject({ code: "GRAPHQL_PARSE_FAILED" });
  });

  it("that the schema does not have is refused as such", async () => {
    expect(await refusal("{ nobody }")).toMatchObject({ code: "GRAPHQL_VALIDATION_FAILED" });
  });
});

describe("a lookup", () => {
  it("of an unknown slug, name or id answers null", async () => {
    const { data, errors } = await ask(`{
      slug: actor(slug: "atlantis") { name } name: actor(name: "Atlantis") { name } id: actor(id: "bm9wZQ") { name }
      alliance(slug: "atlantis") { name } article(slug: "atlantis") { title } statement(id: "x") { text }
    }`);
    expect(errors).toBeUndefined();
    expect(data).toEqual({ slug: null, name: null, id: null, alliance: null, article: null, statement: null });
  });

  it("by the id of an actor of another type answers null, as node does", async () => {
    const { data } = await ask<{ actor: { id: string } }>(`{ actor(slug: "japan") { id } }`);
    const other = btoa(atob(data.actor.id).replace("State", "Person")).replaceAll("=", "");
    const { data: found } = await ask(`query ($id: ID!) { actor(id: $id) { name } node(id: $id) { id } }`, {
      id: other,
    });
    expect(found).toEqual({ actor: null, node: null });
  });

  it("takes exactly one argument", async () => {
    for (const args of ["", `(slug: "japan", name: "Japan")`]) {
      const { code, message } = await refusal(`{ actor${args} { name } }`);
      expect(code).toBe("BAD_USER_INPUT");
      expect(message).toContain('actor takes exactly one of the arguments "slug", "id", "name"');
    }
  });

  it("finds an actor by a name or an alias of any script", async () => {
    const { data } = await ask(
      `{ a: actor(name: "Japan") { slug } b: actor(name: "日本") { slug } c: actor(name: "UK") { slug } }`,
    );
    expect(data).toEqual({ a: { slug: "japan" }, b: { slug: "japan" }, c: { slug: "united-kingdom" } });
  });
});

describe("a status off the ladder", () => {
  it("is refused in atLeast, with where it may stand", async () => {
    const { code, message } = await refusal(page("atLeast: TERMINATED"));
    expect(code).toBe("BAD_USER_INPUT");
    expect(message).toContain('name it in "statuses" instead');
  });
});
