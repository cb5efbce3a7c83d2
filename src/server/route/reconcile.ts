import type { InTime } from "../limit/deadline.ts";
import { failureOf } from "../http/failure.ts";
import { HttpRefusal } from "../http/http-refusal.ts";
import { previewPage, PREVIEW_SIZE } from "./reconcile-preview.ts";
import { MOST_QUERIES, readBatch, readParameters } from "./reconcile-request.ts";
import { LONGEST_NAME, type ReconcileMatch, type ReconcileService, reconcileTypes } from "./reconcile-service.ts";
import { LATER } from "../http/unavailable.ts";

/**
 * Answers under /reconcile as the W3C Community Group's Reconciliation Service API 0.2 has it, for
 * OpenRefine and its like: the manifest, batches of names, suggestions and previews. No JSONP: any
 * origin may read the answers.
 */
export function reconcile(
  request: Request,
  service: ReconcileService,
  inTime: InTime,
  log: (line: object) => void,
): Promise<Response> {
  const answered = answer(request, service).catch((error: unknown) => failure(error, log));
  return inTime(answered, ({ message }) => refusal(503, message, LATER));
}

async function answer(request: Request, service: ReconcileService): Promise<Response> {
  const { origin, pathname } = new URL(request.url);
  const parameters = await readParameters(request);
  if (pathname === "/reconcile/preview") return previewPage(await service.find(parameters.get("id") ?? ""));
  if (pathname === "/reconcile/suggest/entity") return suggestions(service, parameters.get("prefix") ?? "");
  const queries = parameters.get("queries");
  if (queries !== null) return matches(service, queries);
  if (request.method === "POST") throw new HttpRefusal(400, `The parameter "queries" is missing`);
  return Response.json(manifest(origin, service.name));
}

function manifest(origin: string, name: string) {
  const page = `${origin}/reconcile/preview?id={{id}}`;
  return {
    versions: ["0.2"],
    name,
    identifierSpace: `${origin}/graphql#id`,
    schemaSpace: `${origin}/graphql#type`,
    defaultTypes: reconcileTypes.map(typed),
    view: { url: page },
    preview: { url: page, ...PREVIEW_SIZE },
    suggest: { entity: { service_url: origin, service_path: "/reconcile/suggest/entity" } },
    batchSize: MOST_QUERIES,
  };
}

async function matches(service: ReconcileService, text: string): Promise<Response> {
  const batch = readBatch(text);
  // A cell longer than any name has no match; to refuse it would fail its whole batch in OpenRefine.
  const answers = await service.match(
    batch.map(([, query]) => (query.name.length > LONGEST_NAME ? { ...query, name: "" } : query)),
  );
  return Response.json(Object.fromEntries(batch.map(([key], index) => [key, { result: candidates(answers[index]!) }])));
}

/** Only a name that is exactly one entity's is a match: where two bear it, a person decides. */
function candidates(found: readonly ReconcileMatch[]) {
  const sure = found.filter(({ exact }) => exact).length === 1;
  return found.map(({ id, name, type, score, exact }) => ({
    id,
    name,
    type: [typed(type)],
    score: Math.round(score * 1000) / 10,
    match: exact && sure,
  }));
}

async function suggestions(service: ReconcileService, prefix: string): Promise<Response> {
  if (prefix.length > LONGEST_NAME) {
    throw new HttpRefusal(400, `The parameter "prefix" is too long: give at most ${LONGEST_NAME} characters`);
  }
  const found = await service.suggest(prefix);
  return Response.json({
    result: found.map(({ id, name, type, description }) => ({
      id,
      name,
      ...(description === null ? {} : { description }),
      notable: [typed(type)],
    })),
  });
}

function typed(type: string) {
  return { id: type, name: type };
}

function refusal(status: number, message: string, headers: Record<string, string> = {}): Response {
  return Response.json({ status: "error", message }, { status, headers });
}

function failure(error: unknown, log: (line: object) => void): Response {
  if (error instanceof HttpRefusal) return refusal(error.status, error.message);
  const { status, message, headers } = failureOf(error, log);
  return refusal(status, message, headers);
}
