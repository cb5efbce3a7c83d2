import { LineSplitter, textOfLine } from "../../local/text/line-splitter.ts";
import { SourceError } from "../file/source.ts";

const ATTEMPTS = 8;
const PATIENCE_MS = 60_000;
/** Codes of errors that another attempt may not meet. */
const PASSING = new Set(["INTERNAL_SERVER_ERROR", "RATE_LIMITED", "DEADLINE_EXCEEDED"]);

/** A service of Entente's that is reached over HTTP. */
export interface Service {
  /** Where its paths begin, with a slash at the end. */
  base: URL;
  /** Of an editor; null to read only. */
  token: string | null;
}

interface Answer {
  data?: Record<string, unknown> | null;
  errors?: { message: string; extensions?: { code?: string } }[];
}

/**
 * Asks the GraphQL API. What may have been lost on the way is asked again, as is what is to be tried
 * later: whatever is written has an idempotency key.
 */
export async function ask(service: Service, query: string, variables: object): Promise<Record<string, unknown>> {
  const { token, base } = service;
  const headers = {
    "content-type": "application/json",
    accept: "application/graphql-response+json",
    ...(token !== null && { authorization: `Bearer ${token}` }),
  };
  const body = JSON.stringify({ query, variables });
  for (let attempt = 1; ; attempt += 1) {
    const answer = await fetched(new URL("graphql", base), { method: "POST", headers, body });
    const text = answer instanceof Error ? answer : await answer.text().catch(causeOf);
    if (answer instanceof Error || text instanceof Error) {
      await waitOrThrow(attempt, String(text));
      continue;
    }
    const { data, errors = [] } = answerIn(text);
    if (answer.ok && data != null && errors.length === 0) return data;
    const said = errors[0]?.message ?? `${answer.status} ${answer.statusText}`;
    const code = errors[0]?.extensions?.code;
    const mayPass = answer.status === 429 || answer.status >= 500 || (code !== undefined && PASSING.has(code));
    if (!mayPass) throw new SourceError(`${base.href} refuses: ${said}`);
    await waitOrThrow(attempt, said, Number(answer.headers.get("retry-after")) || 0);
  }

  async function waitOrThrow(attempt: number, said: string, seconds = 0): Promise<void> {
    if (attempt === ATTEMPTS) throw new SourceError(`${base.href} does not answer: ${said}`);
    await pause(attempt, seconds);
  }
}

/** The entries of a noun, one a line, as the service exports them. */
export async function* exportedLines({ base }: Pick<Service, "base">, noun: string): AsyncGenerator<string> {
  const url = new URL(`export/${noun}.ndjson`, base);
  const answer = await fetched(url, {});
  if (answer instanceof Error) throw new SourceError(`${base.href} does not answer: ${answer.message}`);
  if (!answer.ok || answer.body === null) throw new SourceError(`${url.href} answers ${answer.status}: is it Entente?`);
  try {
    const splitter = new LineSplitter();
    let number = 0;
    for await (const chunk of answer.body) {
      for (const bytes of splitter.push(Buffer.from(chunk))) {
        number += 1;
        const line = textOfLine(bytes);
        if ("reason" in line) throw new SourceError(`${url.href}: line ${number} ${line.reason}`);
        yield line.text;
      }
    }
  } catch (error) {
    if (error instanceof SourceError) throw error;
    throw new SourceError(`${url.href} broke off: try again`, { cause: error });
  }
}

/** Longer each time, or as long as the service asks for. */
export function pause(attempt: number, seconds = 0): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, Math.max(Math.min(seconds, 60) * 1000, 100 * 2 ** attempt));
  });
}

function answerIn(text: string): Answer {
  try {
    return Object(JSON.parse(text)) as Answer;
  } catch {
    return {};
  }
}

/** A redirect is not followed: the token is for this address. */
async function fetched(url: URL, init: RequestInit): Promise<Response | Error> {
  const signal = init.method === "POST" ? AbortSignal.timeout(PATIENCE_MS) : null;
  return fetch(url, { ...init, redirect: "manual", signal }).catch(causeOf);
}

function causeOf(error: unknown): Error {
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  return cause instanceof Error ? cause : new Error(String(cause));
}
