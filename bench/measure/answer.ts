import type { Contender } from "../contender/contender.ts";
import type { Question } from "../query/question.ts";
import { canonical } from "./canonical.ts";
import { HttpClient, type HttpRequest } from "./http-client.ts";

/**
 * What a contender answers, in canonical form.
 * @throws where it has errors
 */
export async function answersOf(
  { name, answer }: Contender,
  question: Question,
  origin: string,
  requests: readonly HttpRequest[],
): Promise<string[] | null> {
  if (answer === null) return null;
  const client = new HttpClient(origin, 1);
  const answers: string[] = [];
  for (const request of requests) {
    const { body } = await client.ask(request);
    const { data, errors } = parsed(body);
    if (errors !== undefined || data == null) throw new Error(`${name}, ${question.name}: ${body.slice(0, 600)}`);
    answers.push(canonical(answer(question, data)));
  }
  client.close();
  return answers;
}

function parsed(body: string): { data?: unknown; errors?: unknown } {
  try {
    return JSON.parse(body) as { data?: unknown };
  } catch {
    return { errors: body };
  }
}
