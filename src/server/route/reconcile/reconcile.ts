import { typesTold } from "../../../domain/reconcile/entity-type.ts";
import type { Match } from "../../../domain/reconcile/entity.ts";
import { type Day, dayFault } from "../../../domain/time/day.ts";
import type { Revisions } from "../../cache/pinned-revision.ts";
import { failureOf } from "../../http/failure.ts";
import { HttpRefusal } from "../../http/http-refusal.ts";
import { LATER } from "../../http/unavailable.ts";
import type { InTime } from "../../limit/deadline.ts";
import { readExtension } from "./extend-query.ts";
import { BASE, manifest, typed } from "./manifest.ts";
import { flyout, flyoutOfNothing, previewPage, viewPage } from "./page.ts";
import { readParameters } from "./parameters.ts";
import { readPin } from "./pin.ts";
import { readBatch, readSingle } from "./query-batch.ts";
import type { Cell, Extension, ReconcileService } from "./service.ts";
import { proposeProperties, suggestEntities, suggestProperties, suggestTypes } from "./suggestion.ts";

/** What a request is answered with. */
export interface Reconciling {
  /** What the data are called, by which people pick the service. */
  name: string;
  /** The data as of a revision; of the present for null. */
  serviceOf: (revision: number | null) => ReconcileService;
  revisions: Revisions;
  today: Day;
}

/** A request, with what was read of it. */
interface Asked {
  name: string;
  service: ReconcileService;
  parameters: URLSearchParams;
  method: string;
  origin: string;
  revision: number | null;
  today: Day;
}

type Answer = (asked: Asked) => Promise<Response> | Response;

const answers: ReadonlyMap<string, Answer> = new Map<string, Answer>([
  ["", endpoint],
  ["/preview", async ({ service, parameters }) => previewPage(await service.find(parameters.get("id") ?? ""))],
  ["/view", view],
  ["/properties", async ({ service, parameters }) => Response.json(await proposeProperties(service, parameters))],
  [
    "/suggest/entity",
    async ({ service, parameters, revision }) => {
      checkPresent(revision);
      return Response.json(await suggestEntities(service, parameters));
    },
  ],
  ["/suggest/type", ({ parameters }) => Response.json(suggestTypes(parameters))],
  ["/suggest/property", async ({ service, parameters }) => Response.json(await suggestProperties(service, parameters))],
  ["/flyout/entity", ({ service, parameters }) => flyoutOf(parameters, (id) => service.find(id))],
  ["/flyout/type", ({ parameters }) => flyoutOf(parameters, async (id) => plainly(typesTold, id))],
  [
    "/flyout/property",
    ({ service, parameters }) => flyoutOf(parameters, async (id) => plainly(await service.properties(), id)),
  ],
]);

/** Whether the service answers at a path: `/reconcile/` is `/reconcile`. */
export function isReconciled(pathname: string): boolean {
  return answerAt(pathname) !== undefined;
}

function answerAt(pathname: string): Answer | undefined {
  return pathname.startsWith(BASE) ? answers.get(pathname.slice(BASE.length).replace(/\/$/, "")) : undefined;
}

/**
 * Answers under /reconcile as the W3C Community Group's Reconciliation Service API 0.2 has it, for
 * OpenRefine and its like. No JSONP: any origin may read the answers.
 */
export function reconcile(
  request: Request,
  reconciling: Reconciling,
  inTime: InTime,
  log: (line: object) => void,
): Promise<Response> {
  const answered = answer(request, reconciling).catch((error: unknown) => failure(error, log));
  return inTime(answered, ({ message }) => refusal(503, message, LATER));
}

async function answer(request: Request, { name, serviceOf, revisions, today }: Reconciling): Promise<Response> {
  const { origin, pathname } = new URL(request.url);
  const parameters = await readParameters(request);
  const revision = await readPin(request, revisions);
  const { method } = request;
  return answerAt(pathname)!({ name, service: serviceOf(revision), parameters, method, origin, revision, today });
}

async function endpoint({ name, service, parameters, method, origin, revision, today }: Asked): Promise<Response> {
  const [queries, extend, query] = ["queries", "extend", "query"].map((parameter) => parameters.get(parameter));
  if (queries != null && extend != null) {
    throw new HttpRefusal(400, `There are the parameters "queries" and "extend": send one of them`);
  }
  if (extend != null) return Response.json(extension(await service.extend(readExtension(extend, today))));
  if (queries != null || query != null) checkPresent(revision);
  if (queries != null) {
    const batch = readBatch(queries);
    const found = await service.match(batch.map(([, question]) => question));
    return Response.json(Object.fromEntries(batch.map(([key], at) => [key, { result: candidates(found[at]!) }])));
  }
  if (query != null) {
    const [found] = await service.match([readSingle(parameters, query)]);
    return Response.json({ result: candidates(found!) });
  }
  if (method === "POST") throw new HttpRefusal(400, `The parameter "queries" is missing, and so is "extend"`);
  return Response.json(manifest(name, origin, revision));
}

/** Names are looked up in an index, which is of the present. */
function checkPresent(revision: number | null): void {
  if (revision !== null) {
    throw new HttpRefusal(
      400,
      `Names are found as of the present only, not as of revision ${revision}: ask without a revision, and extend what is found as of one`,
    );
  }
}

function candidates(found: readonly Match[]) {
  return found.map(({ id, name, type, score, isSure }) => ({
    id,
    name,
    type: [typed(type)],
    score: Math.round(score * 1000) / 10,
    match: isSure,
  }));
}

function extension({ columns, rows }: Extension) {
  const value = (cell: Cell) => (typeof cell === "string" ? { str: cell } : cell);
  return {
    meta: columns.map(({ id, name, valueType }) => ({
      id,
      name,
      ...(valueType === null ? {} : { type: typed(valueType) }),
    })),
    rows: Object.fromEntries(
      [...rows].map(([id, cells]) => [
        id,
        Object.fromEntries(columns.map((column, at) => [column.id, cells[at]!.map(value)])),
      ]),
    ),
  };
}

async function view({ service, parameters, origin, revision, today }: Asked): Promise<Response> {
  const day = parameters.get("asOf") ?? today;
  const fault = dayFault(day);
  if (fault !== null)
    throw new HttpRefusal(400, `The parameter "asOf" is ${JSON.stringify(day.slice(0, 50))}: ${fault}`);
  const entity = await service.find(parameters.get("id") ?? "");
  const known = entity === null ? [] : (await service.properties()).filter(({ on }) => on[entity.type] !== undefined);
  const told = known.filter(({ id }) => id !== "name" && id !== "description");
  const properties = told.map(({ id }) => ({ id, asOf: day, certainty: "POSSIBLE" as const }));
  const values = await service.extend({ ids: entity === null ? [] : [entity.id], properties });
  const kept = {
    ...(parameters.has("asOf") ? { asOf: day } : {}),
    ...(revision === null ? {} : { revision: String(revision) }),
  };
  const addressOf = (id: string) => `${origin}${BASE}/view?${new URLSearchParams({ id, ...kept }).toString()}`;
  return viewPage(entity, day, values, addressOf);
}

async function flyoutOf(
  parameters: URLSearchParams,
  find: (id: string) => Promise<Parameters<typeof flyout>[0] | null>,
): Promise<Response> {
  const id = parameters.get("id") ?? "";
  const found = await find(id);
  return Response.json(
    { id, html: found === null ? flyoutOfNothing : flyout(found) },
    { status: found === null ? 404 : 200 },
  );
}

/** A type or a property, as it is told of. */
function plainly(all: readonly { id: string; name: string; description: string }[], id: string) {
  const found = all.find((one) => one.id === id);
  return found === undefined ? null : { name: found.name, type: "", description: found.description };
}

function refusal(status: number, message: string, headers: Record<string, string> = {}): Response {
  return Response.json({ status: "error", message }, { status, headers });
}

function failure(error: unknown, log: (line: object) => void): Response {
  if (error instanceof HttpRefusal) return refusal(error.status, error.message, error.headers);
  const { status, message, headers } = failureOf(error, log);
  return refusal(status, message, headers);
}
