import { print } from "graphql";
import type { Question } from "../question/question.ts";

/** @throws where it is answered with an error */
export async function rawAnswer(address: string, { document, variables }: Omit<Question, "name">): Promise<unknown> {
  const { data, errors } = await post(address, print(document), variables);
  if (errors !== undefined) throw new Error(JSON.stringify(errors));
  return data;
}

export interface Answer {
  data?: Record<string, unknown>;
  errors?: { message: string }[];
}

export async function post(address: string, query: string, variables: object): Promise<Answer> {
  const response = await fetch(`${address}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query, variables }),
  });
  return response.json<Answer>();
}
