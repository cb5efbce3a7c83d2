import { readText } from "../limit/body-limit.ts";
import { HttpRefusal } from "../http/http-refusal.ts";
import { isObject } from "../http/json.ts";
import type { ReconcileQuery } from "./reconcile-service.ts";

export const MOST_QUERIES = 20;
const MOST_BYTES = 64 * 1024;
const USUAL_LIMIT = 5;
const LARGEST_LIMIT = 100;

/** The parameters of a request: those of its form when it is a POST, else of its address. */
export async function readParameters(request: Request): Promise<URLSearchParams> {
  if (request.method !== "POST") return new URL(request.url).searchParams;
  const mediaType = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  if (mediaType !== "application/x-www-form-urlencoded") {
    throw new HttpRefusal(415, "Send the batch as application/x-www-form-urlencoded, in the parameter queries");
  }
  return new URLSearchParams(await readText(request, MOST_BYTES));
}

/**
 * The queries of a batch, by the keys that their answers go under.
 * @throws HttpRefusal for what is no batch, or one of too many queries
 */
export function readBatch(text: string): [string, ReconcileQuery][] {
  const batch = parse(text);
  if (!isObject(batch)) throw notABatch();
  const entries = Object.entries(batch);
  if (entries.length > MOST_QUERIES) {
    throw new HttpRefusal(400, `The batch has ${entries.length} queries: send at most ${MOST_QUERIES} at once`);
  }
  return entries.map(([key, query]) => [key, readQuery(key, query)]);
}

function readQuery(key: string, value: unknown): ReconcileQuery {
  const { query, type, limit } = isObject(value) ? value : {};
  if (typeof query !== "string") {
    throw new HttpRefusal(400, `${JSON.stringify(key.slice(0, 50))} has no text "query": give the name to be matched`);
  }
  const types = type == null || type === "" ? null : [type].flat().map(typeName);
  const most = typeof limit === "number" && limit >= 1 ? Math.min(Math.floor(limit), LARGEST_LIMIT) : USUAL_LIMIT;
  return { name: query, types: types?.length === 0 ? null : types, limit: most };
}

// OpenRefine sends an id, or several; some clients send {"id": …}.
function typeName(type: unknown): string {
  return typeof type === "string" ? type : isObject(type) && typeof type["id"] === "string" ? type["id"] : "";
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw notABatch();
  }
}

function notABatch(): HttpRefusal {
  return new HttpRefusal(
    400,
    `The parameter "queries" is no batch: give a JSON object of queries, such as {"q0": {"query": "Japan"}}`,
  );
}
