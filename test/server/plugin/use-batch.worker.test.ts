import { buildSchema, type DocumentNode, type OperationDefinitionNode } from "graphql";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { MOST_OPERATIONS } from "../../../src/server/batch.ts";
import { useBatch } from "../../../src/server/plugin/use-batch.ts";
import { useCostLimit } from "../../../src/server/plugin/use-cost-limit.ts";
import { useDocumentRequest } from "../../../src/server/plugin/use-document-request.ts";
import { useDocumentCache } from "../../../src/server/plugin/use-document-cache.ts";
import { documentCache } from "../../../src/server/document/document-cache.ts";
import { usualSettings } from "../../../src/server/settings.ts";
import { holdClock, wait, whileTimePasses } from "../../held-clock.ts";
import { bareYoga } from "./bare-yoga.ts";

const requests = useDocumentRequest({ bodyBytes: 65_536 });
const { post, contexts } = bareYoga({ plugins: [requests, useBatch()] });
const one = { query: "{ one }" };

beforeEach(holdClock);
afterEach(() => {
  vi.useRealTimers();
});

describe("a batch", () => {
  it("is answered operation by operation, in their order", async () => {
    const response = await post([one, { query: "{ two: twice(n: 1) }" }]);
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual([{ data: { one: 1 } }, { data: { two: 2 } }]);
  });

  it("may have ten operations, and no more", async () => {
    expect((await post(Array.from({ length: MOST_OPERATIONS }, () => one))).status).toBe(200);
    expect((await post(Array.from({ length: MOST_OPERATIONS + 1 }, () => one))).status).toBe(413);
  });

  it.each([
    [[], "*/*", 400],
    [[one], "text/event-stream", 406],
  ])("of %j to who accepts %s is refused with %d", async (body, accept, status) => {
    expect((await post(body, { accept })).status).toBe(status);
  });

  it("has turns, and one operation by itself has none", async () => {
    await post([one]);
    expect(contexts.at(-1)).toHaveProperty("turn");
    await post(one);
    expect(contexts.at(-1)).toMatchObject({ batch: null });
    expect(contexts.at(-1)).not.toHaveProperty("turn");
  });

  it("adds its costs up in its order, whichever is ready first, and refuses alone what goes over the limit", async () => {
    const schema = buildSchema("type Query { self: Query, one: Int }");
    const slow = {
      onExecute: ({ args }: { args: { contextValue: { params: { query: string } } } }) =>
        args.contextValue.params.query.includes("slow") ? wait(20) : undefined,
    };
    const batch = bareYoga({
      plugins: [
        requests,
        useBatch(),
        useDocumentCache(documentCache(schema, usualSettings.document)),
        slow,
        useCostLimit(schema, { cost: 3 }),
      ],
      schema,
    });
    const queries = ["{ slow: self { one } b: self { one } }", "{ nothing }", "{ a: self { one } b: self { one } }"];
    const response = await whileTimePasses(batch.post([...queries, "{ self { one } }"].map((query) => ({ query }))));
    expect(await response.json()).toMatchObject([
      { data: { slow: null } },
      { errors: [{ message: expect.stringContaining("nothing") as string }] },
      {
        errors: [
          {
            message:
              "This may cost 2, and a request at most 3, of which the operations before it in the batch cost 2: send it by itself",
            extensions: { code: "COST_LIMIT_EXCEEDED", requested: 2, limit: 3, spent: 2 },
          },
        ],
      },
      { data: { self: null } },
    ]);
  });

  it("runs a mutation by itself: after all before it, and before all after it", async () => {
    const schema = buildSchema("type Query { one: Int } type Mutation { one: Int }");
    const running: string[] = [];
    const executing = {
      onExecute: ({
        args,
        setExecuteFn,
      }: {
        args: { document: DocumentNode };
        setExecuteFn: (run: () => unknown) => void;
      }) =>
        setExecuteFn(async () => {
          const { name } = args.document.definitions[0] as OperationDefinitionNode;
          running.push(`${name!.value} begins`);
          await wait(5);
          running.push(`${name!.value} ends`);
          return { data: { one: 1 } };
        }),
    };
    const batch = bareYoga({
      plugins: [
        requests,
        useBatch(),
        useDocumentCache(documentCache(schema, usualSettings.document)),
        useCostLimit(schema, { cost: 9 }),
      ],
      schema,
      executing: [executing],
    });
    const queries = [
      "query A { one }",
      "query B { one }",
      "mutation C { one }",
      "mutation D { one }",
      "query E { no }",
      "query F { one }",
    ];
    const response = await whileTimePasses(batch.post(queries.map((query) => ({ query }))));
    expect(response.status).toBe(200);
    expect((await response.json<object[]>()).map((one) => "data" in one)).toEqual([
      true,
      true,
      true,
      true,
      false,
      true,
    ]);
    const after = (what: string) => running.slice(running.indexOf(what));
    expect(running.slice(0, 2)).toEqual(["A begins", "B begins"]);
    expect(after("C begins")).toEqual(["C begins", "C ends", "D begins", "D ends", "F begins", "F ends"]);
  });
});
