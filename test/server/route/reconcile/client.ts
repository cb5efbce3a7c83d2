import { expect } from "vitest";
import { fetchNoting } from "../../../ask.ts";
import { type answerSchemas, expectAnswer } from "./answer-schema.ts";

export const BASE = "http://localhost/reconcile";

export interface Candidate {
  id: string;
  name: string;
  score: number;
  match: boolean;
  type: { id: string; name: string }[];
}

export type Row = Record<string, ({ str: string } | { id: string; name: string })[]>;

export interface Extended {
  meta: { id: string; name: string; type?: { id: string } }[];
  rows: Record<string, Row>;
}

/** As the client sends it. */
export const get = (path: string, init: RequestInit = {}) => fetchNoting(new Request(`${BASE}${path}`, init));

/** As OpenRefine sends it. */
export const post = (name: string, value: unknown, path = "") =>
  get(path, { method: "POST", body: new URLSearchParams({ [name]: JSON.stringify(value) }) });

type Sending = ReturnType<typeof get>;

/** The answer, which is what the specification has for it, readable by any page. */
export async function answerTo<Answer>(sort: keyof typeof answerSchemas, sending: Sending): Promise<Answer> {
  const { response } = await sending;
  const answer = await response.json<Answer>();
  expect([response.status, answer]).toEqual([200, answer]);
  expect(response.headers.get("content-type")).toBe("application/json");
  expect(response.headers.get("access-control-allow-origin")).toBe("*");
  expectAnswer(sort, answer);
  return answer;
}

/** The candidates of each query of a batch. */
export async function matches(queries: Record<string, unknown>): Promise<Record<string, Candidate[]>> {
  const answer = await answerTo<Record<string, { result: Candidate[] }>>("matches", post("queries", queries));
  expect(Object.keys(answer)).toEqual(Object.keys(queries));
  return Object.fromEntries(Object.entries(answer).map(([key, { result }]) => [key, result]));
}

/** The candidates of one query. */
export async function candidatesOf(query: unknown): Promise<Candidate[]> {
  return (await matches({ q0: query }))["q0"]!;
}

/** What an entity of the data set is called here: the id of the only match of its name. */
export async function idOf(name: string, type?: string): Promise<string> {
  const [found] = await candidatesOf({ query: name, type });
  expect(found).toMatchObject({ match: true });
  return found!.id;
}

/** The values of properties of entities. */
export async function extend(ids: unknown[], properties: unknown[], path = ""): Promise<Extended> {
  return answerTo<Extended>("extension", post("extend", { ids, properties }, path));
}

export const shown = (row: Row | undefined, property: string) =>
  row?.[property]?.map((value) => ("str" in value ? value.str : value.name));

/** What is refused before anything is read: its status, and what it says. */
export async function refusal(path: string, init?: RequestInit): Promise<{ status: number; message: string }> {
  const { response, statements } = await get(path, init);
  expect(statements).toEqual([]);
  expect(response.headers.get("access-control-allow-origin")).toBe("*");
  const { message } = await response.json<{ message: string }>();
  return { status: response.status, message };
}
