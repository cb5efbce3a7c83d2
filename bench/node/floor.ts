/** The floor on Node: the same hand-written statements over SQLite in the same process. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { bodyOf } from "../floor/plan.ts";
import { plans } from "../floor/plans.ts";
import { Database } from "./database.ts";
import { serving } from "./process.ts";

const database = new Database(process.argv[2]!);

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on("data", (chunk: Buffer) => chunks.push(chunk));
  request.on("end", () => {
    const { operationName, variables } = JSON.parse(Buffer.concat(chunks).toString()) as {
      operationName: string;
      variables: Record<string, unknown>;
    };
    const plan = plans[operationName]!(variables);
    const body = Buffer.from(bodyOf(plan, database.rows(plan.sql, plan.values)));
    response.writeHead(200, { "content-type": "application/json; charset=utf-8", "content-length": body.length });
    response.end(body);
  });
});
server.listen(0, "127.0.0.1", () => serving((server.address() as AddressInfo).port, () => database.recorded()));
