import { it } from "vitest";
import { parse, getOperationAST, getIntrospectionQuery } from "graphql";
import { schema } from "../schema/index.ts";
import { costing, costOf } from "../src/edge/cost.ts";
const questions = import.meta.glob<string>("./queries/*.graphql", { query: "?raw", import: "default", eager: true });
it("costs", () => {
  const of = costing(schema);
  const rows: [string, number][] = [];
  for (const [f, q] of [...Object.entries(questions), ["intro", getIntrospectionQuery()] as const]) {
    const d = parse(q); const op = getOperationAST(d)!;
    rows.push([f, costOf(of(d, op, {}))]);
  }
  console.log(rows.map((r) => r.join(" ")).join("\n"));
});
