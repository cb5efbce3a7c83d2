import { buildSchema } from "graphql";
import { describe, expect, it } from "vitest";
import { documentCache } from "../../../src/server/document/document-cache.ts";
import { usualSettings } from "../../../src/server/settings.ts";
import { useCostLimit } from "../../../src/server/plugin/use-cost-limit.ts";
import { useDocumentCache } from "../../../src/server/plugin/use-document-cache.ts";
import { bareYoga } from "./bare-yoga.ts";

const schema = buildSchema("type Query { self: Query, one: Int } type Subscription { self: Query }");
const { post, contexts } = bareYoga({
  plugins: [useDocumentCache(documentCache(schema, usualSettings.document)), useCostLimit(schema, { cost: 2 })],
  schema,
});

describe("the cost of an operation", () => {
  it("is known when it is executed", async () => {
    await post({ query: "{ self { one } }" });
    expect(contexts[0]).toMatchObject({ cost: { requested: 1, limit: 2, remaining: 1 } });
  });

  it("over the limit refuses it before that", async () => {
    contexts.length = 0;
    const response = await post({ query: "{ self { self { self { one } } } }" });
    expect(await response.json()).toMatchObject({
      errors: [{ extensions: { code: "COST_LIMIT_EXCEEDED", requested: 3 } }],
    });
    expect(contexts).toEqual([]);
  });

  it("counts for a subscription as well", async () => {
    const deep = "subscription { self { self { self { one } } } }";
    const response = await post({ query: deep }, { accept: "text/event-stream" });
    expect(await response.text()).toContain("COST_LIMIT_EXCEEDED");
    expect(contexts).toEqual([]);
  });
});
