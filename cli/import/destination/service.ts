import { LineSplitter, textOfLine } from "../../local/text/line-splitter.ts";
import { SourceError } from "../file/source.ts";
import { fetchPatiently, isPassing, Passing, passing, textOf } from "./patience.ts";

const PATIENCE_MS = 60_000;
/** Codes of errors that another attempt may not meet. */
const PASSING = new Set(["INTERNAL_SERVER_ERROR", "RATE_LIMITED", "DEADLINE_EXCEEDED"]);

/** A service of Entente's that is reached over HTTP. */
export interface Service {
  /** Where its paths begin, with a slash at the end. */
  base: URL;
  /** The token of an editor; null to read only. */
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
export function ask({ token, base }: Service, query: string, variables: object): Promise<Record<string, unknown>> {
  const headers = {
    "content-type": "application/json",
    accept: "application/graphql-response+json",
    ...(token !== null && { authorization: `Bearer ${token}` }),
  };
  const body = JSON.stringify({ query, variables });
  const init = () => ({ method: "POST", headers, body, signal: AbortSignal.timeout(PATIENCE_MS) });
  return fetchPatiently(new URL("graphql", base), init, async (answer) => {
    const text = await textOf(answer);
    if (text instanceof Passing) return text;
    const { data, errors = [] } = answerIn(text);
    if (answer.ok && data != null && errors.length === 0) return data;
    const said = errors[0]?.message ?? statusOf(answer);
    const code = errors[0]?.extensions?.code;
    if (isPassing(answer) || (code !== undefined && PASSING.has(code))) return passing(said, answer);
    throw new SourceError(`${base.href} refuses: ${said}`);
  });
}

/** The entries of a noun, one a line, as the service exports them. An export is paid for, and waited for where the budget is spent. */
export async function* exportedLines({ base }: Pick<Service, "base">, noun: string): AsyncGenerator<string> {
  const url = new URL(`export/${noun}.ndjson`, base);
  const body = await fetchPatiently(
    url,
    () => ({}),
    async (answer) => {
      if (answer.ok && answer.body !== null) return answer.body;
      const text = await textOf(answer);
      if (text instanceof Passing) return text;
      if (isPassing(answer)) return passing(text.trim() || statusOf(answer), answer);
      throw new SourceError(`${url.href} answers ${answer.status}: is it Entente?`);
    },
  );
  const splitter = new LineSplitter();
  let number = 0;
  for await (const chunk of whole(body, url)) {
    for (const bytes of splitter.push(Buffer.from(chunk))) {
      number += 1;
      const line = textOfLine(bytes);
      if ("reason" in line) throw new SourceError(`${url.href}: line ${number} ${line.reason}`);
      yield line.text;
    }
  }
  if (splitter.rest()?.length !== 0) throw new SourceError(`${url.href} ends within line ${number + 1}: try again`);
}

/** The pieces of an answer. @throws SourceError where the rest does not come */
async function* whole(body: ReadableStream<Uint8Array>, { href }: URL): AsyncGenerator<Uint8Array> {
  try {
    yield* body;
  } catch (error) {
    throw new SourceError(`${href} broke off: try again`, { cause: error });
  }
}

function statusOf({ status, statusText }: Response): string {
  return `${status} ${statusText}`.trim();
}

function answerIn(text: string): Answer {
  try {
    return Object(JSON.parse(text)) as Answer;
  } catch {
    return {};
  }
}
