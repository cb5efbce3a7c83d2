/** PostGraphile over a PostgreSQL of its own, which holds the same rows. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { HttpClient, type HttpRequest } from "../measure/http-client.ts";
import { missingPostgres } from "../postgres/program.ts";
import { reshape } from "../postgres/reshape.ts";
import { readId } from "../floor/global-id.ts";
import type { Question } from "../query/question.ts";
import type { Place, Variables } from "../query/variable-set.ts";
import type { Contender, Server } from "./contender.ts";
import { post } from "./graphql-request.ts";

/** PostgreSQL's own search finds, ranks and shows otherwise: there can be no equal answers. */
const QUESTIONS = Object.keys(reshape);

export const postgraphile: Contender = {
  name: "postgraphile",
  title: "Node, PostGraphile on PostgreSQL 15",
  runtime: "node",
  kind: "peer",
  questions: QUESTIONS,
  missing: missingPostgres,
  // PostgreSQL's driver is in bench/node_modules, which those who measure Entente alone need not have.
  start: async (data) => (await import("./served-postgraphile.ts")).servePostgraphile(data),
  request: post,
  prepare: async (server, question, sets) => {
    const document = documentOf(fileOf(question));
    const variables = await Promise.all(sets.map((set) => ownVariables(server, set)));
    return variables.map((own) => post({ ...question, document }, own));
  },
  answer: ({ name }, data) => reshape[name]!(data),
};

async function ownVariables(server: Server, variables: Variables): Promise<Variables> {
  if (typeof variables["id"] === "string") return { id: await nodeId(server, variables["id"]) };
  const [alliance] = Array.isArray(variables["alliance"]) ? (variables["alliance"] as string[]) : [];
  if (alliance === undefined) return variables;
  const after = variables["after"] as Place | undefined;
  return after === undefined || after.row < 0 ? { alliance } : { alliance, after: await cursorOf(server, after) };
}

/** Its ids, which it gives itself. */
async function nodeId(server: Server, id: string): Promise<string> {
  const { type, key } = readId(id);
  const field = { Alliance: "allianceByRowId", Statement: "statementByRowId" }[type] ?? "actorByRowId";
  const { node } = await ask<{ node: { id: string } }>(server, `query Id { node: ${field}(rowId: ${key}) { id } }`, {});
  return node.id;
}

async function cursorOf(server: Server, { row }: Place): Promise<string> {
  const data = await ask<{
    statementTargets: { statementTargetsByAllianceId: { edges: { cursor: string }[] } };
  }>(server, documentOf("cursor"), { row });
  return data.statementTargets.statementTargetsByAllianceId.edges[0]!.cursor;
}

async function ask<Data>({ origin }: Server, document: string, variables: Variables): Promise<Data> {
  const client = new HttpClient(origin, 1);
  const operationName = /query (\w+)/.exec(document)![1]!;
  const request: HttpRequest = post({ document, operationName }, variables);
  const { body } = await client.ask(request);
  client.close();
  const { data, errors } = JSON.parse(body) as { data: Data; errors?: unknown };
  if (errors !== undefined) throw new Error(body);
  return data;
}

const fileOf = ({ name }: Question) => name.replace("-deep", "");

function documentOf(file: string): string {
  return readFileSync(join(import.meta.dirname, `../postgres/${file}.graphql`), "utf8");
}
