import type { FuzzAnswer } from "./answer.ts";
import type { FuzzRequest } from "./request.ts";

/** The error codes that a client may be told. Not INTERNAL_SERVER_ERROR, and nothing that a healthy service with a healthy database says. */
export const CODES = [
  "BAD_REQUEST",
  "BAD_USER_INPUT",
  "COST_LIMIT_EXCEEDED",
  "FORBIDDEN",
  "GRAPHQL_PARSE_FAILED",
  "GRAPHQL_VALIDATION_FAILED",
  "PERSISTED_QUERY_NOT_FOUND",
  "UNAUTHENTICATED",
];

/** Words of our inside that no answer may have: D1 and its SQL, the stack, files, and what an engine says of a mistake in the code. */
const LEAKS = [
  /D1_|SQLITE|sqlite/,
  /near "[^"]*": syntax error|no such (?:table|column|function)|constraint failed|datatype mismatch/i,
  /\bselect\b[^{}]{0,400}\bfrom\s+[("]|\binsert (?:or \w+ )?into\b|\bupdate\s+"\w+"\s+set\b|\bjson_each\b/i,
  /\bat [\w$.<>[\] ]+ ?\(?(?:file:|worker\.js|[\w/.-]+\.(?:ts|js|mjs)):\d+/,
  /\b[\w-]+\.(?:ts|mjs|js):\d+|node_modules|\/(?:tmp|home|root|work|Users)\//,
  /TypeError|RangeError|ReferenceError|is not a function|Cannot read propert|call stack|is not iterable|\[object /,
];

const EVENT_TYPE = "text/event-stream";

interface Told {
  message?: unknown;
  extensions?: { code?: unknown };
}

/** What is wrong with an answer; nothing where all is well. */
export function faultsOf({ method, path, headers: sent }: FuzzRequest, answer: FuzzAnswer): string[] {
  const { status, type, headers, body } = answer;
  const faults: string[] = [];
  if (status >= 500) faults.push(`status ${status}`);
  // As it is written within JSON, too.
  const text = body.replaceAll('\\"', '"');
  for (const leak of LEAKS) {
    const found = leak.exec(text)?.[0];
    if (found !== undefined) faults.push(`leaks ${JSON.stringify(found.slice(0, 200))}`);
  }
  const isGraphql = /^\/graphql(?:\?|$)/.test(path);
  const hasBody = method !== "HEAD" && ![204, 303, 304].includes(status);
  const isEvents = type === EVENT_TYPE && /text\/(?:event-stream|\*)/.test(sent["accept"] ?? "");
  if (isGraphql && hasBody && !isEvents && !/^application\/(?:graphql-response\+)?json/.test(type)) {
    faults.push(`is ${type}`);
  }
  if (isGraphql && !/^(?:no-store|public, )/.test(String(headers["cache-control"]))) faults.push("tells no caching");
  if (isGraphql && headers["x-request-id"] === undefined) faults.push("has no id");
  if (hasBody && (isEvents || /json/.test(type))) faults.push(...jsonFaults(answer, isGraphql));
  return faults;
}

interface Result {
  data?: unknown;
  errors?: Told[];
}

function jsonFaults(answer: FuzzAnswer, isGraphql: boolean): string[] {
  try {
    const values = textsOf(answer).map((text) => JSON.parse(text) as Result | Result[] | null);
    return isGraphql ? values.flat().flatMap((result) => resultFaults(result, answer)) : [];
  } catch {
    return ["is no JSON"];
  }
}

/** The JSON in an answer: the whole, each of its lines, or the data of the one event of an operation that is no subscription. */
function textsOf({ type, body }: FuzzAnswer): string[] {
  if (type === EVENT_TYPE)
    return [/^:\n\nevent: next\ndata: ([^\r\n]*)\n\nevent: complete\ndata:\n\n$/.exec(body)?.[1] ?? body];
  return type.includes("ndjson") ? body.split("\n").filter((line) => line !== "") : [body];
}

function resultFaults(result: Result | null, { status }: FuzzAnswer): string[] {
  const { data, errors } = result ?? {};
  if (errors === undefined) return data == null || status !== 200 ? ["has neither data nor errors"] : [];
  return errors.flatMap(toldFaults);
}

function toldFaults({ message, extensions }: Told): string[] {
  const code = String(extensions?.code);
  return [
    ...(CODES.includes(code) ? [] : [`has the code ${code}`]),
    ...(typeof message === "string" && message !== "" ? [] : ["has an error without a message"]),
  ];
}

/** Under which it is counted: the code of its first error, else the status. */
export function outcomeOf({ status, type, body }: FuzzAnswer): string {
  if (!/^(?:application\/(?:graphql-response\+)?json|text\/event-stream)/.test(type) || body === "")
    return String(status);
  const code = /"extensions":\{"code":"([A-Z_]+)"/.exec(body.slice(0, 100_000))?.[1];
  return code === undefined ? String(status) : `${status} ${code}`;
}
