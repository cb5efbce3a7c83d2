import { typesTold } from "../../../domain/reconcile/entity-type.ts";
import { type Day, dayFault } from "../../../domain/time/day.ts";
import { GraphQLError } from "graphql";
import type { Pin, Revisions } from "../../cache/pinned-revision.ts";
import { failureOf } from "../../http/failure.ts";
import { HttpRefusal, httpOf } from "../../http/http-refusal.ts";
import { LATER } from "../../http/unavailable.ts";
import type { InTime } from "../../limit/deadline.ts";
import type { Spent } from "../../limit/rate-limit.ts";
import { readExtension } from "./extend-query.ts";
import { candidates, extension } from "./found.ts";
import { BASE, manifest, pinTold } from "./manifest.ts";
import { flyout, flyoutOfNothing, previewPage, viewPage } from "./page.ts";
import { readParameters } from "./parameters.ts";
import { readPin } from "./pin.ts";
import { readBatch, readSingle } from "./query-batch.ts";
import type { ReconcileService } from "./service.ts";
import { proposeProperties, suggestEntities, suggestProperties, suggestTypes } from "./suggestion.ts";

/** What a request is answered with. */
export interface Reconciling {
  /** What the data are called, by which people pick the service. */
  name: string;
  /** The data as of a revision; of the present for null. */
  serviceOf: (revision: number | null) => ReconcileService;
  revisions: Revisions;
  /** Has the client pay for so many lookups. */
  pay: (lookups: number) => Spent | Promise<Spent>;
  today: Day;
}

/** A request, with what was read of it. */
interface Asked {
  name: string;
  service: ReconcileService;
  parameters: URLSearchParams;
  method: string;
  origin: string;
  pin: Pin;
  pay: Reconciling["pay"];
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
    async ({ service, parameters, pin }) => {
      checkPresent(pin);
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

async function answer(request: Request, { name, serviceOf, revisions, pay, today }: Reconciling): Promise<Response> {
  const { origin, pathname } = new URL(request.url);
  const parameters = await readParameters(request);
  const pin = await readPin(request, parameters, revisions);
  const { method } = request;
  return answerAt(pathname)!({ name, service: serviceOf(pin.revision), parameters, method, origin, pin, pay, today });
}

async function endpoint({ name, service, parameters, method, origin, pin, pay, today }: Asked): Promise<Response> {
  const [queries, extend, query] = ["queries", "extend", "query"].map((parameter) => parameters.get(parameter));
  if (queries != null && extend != null) {
    throw new HttpRefusal(400, `There are the parameters "queries" and "extend": send one of them`);
  }
  if (extend != null) {
    const asked = readExtension(extend, today);
    const headers = await paid(pay, asked.ids.length * asked.properties.length);
    return Response.json(extension(await service.extend(asked)), { headers });
  }
  if (queries != null || query != null) checkPresent(pin);
  if (queries != null) {
    const batch = readBatch(queries);
    const headers = await paid(pay, batch.length);
    const found = await service.match(batch.map(([, question]) => question));
    const results = batch.map(([key], at) => [key, { result: candidates(found[at]!) }]);
    return Response.json(Object.fromEntries(results), { headers });
  }
  if (query != null) {
    const question = readSingle(parameters, query);
    const headers = await paid(pay, 1);
    const [found] = await service.match([question]);
    return Response.json({ result: candidates(found!) }, { headers });
  }
  if (method === "POST") throw new HttpRefusal(400, `The parameter "queries" is missing, and so is "extend"`);
  return Response.json(manifest(name, origin, pin));
}

/** The headers that tell of the budget. */
async function paid(pay: Reconciling["pay"], lookups: number): Promise<Record<string, string>> {
  const spent = await pay(lookups);
  if (!(spent instanceof GraphQLError)) return spent;
  const { status, headers } = httpOf(spent)!;
  throw new HttpRefusal(status, spent.message, headers);
}

/** Names are looked up in an index, which is of the present. */
function checkPresent({ revision }: Pin): void {
  if (revision !== null) {
    throw new HttpRefusal(
      400,
      `Names are found as of the present only, not as of revision ${revision}: ask without a revision, and extend what is found as of one`,
    );
  }
}

async function view({ service, parameters, origin, pin, today }: Asked): Promise<Response> {
  const day = parameters.get("asOf") ?? today;
  const fault = dayFault(day);
  if (fault !== null)
    throw new HttpRefusal(400, `The parameter "asOf" is ${JSON.stringify(day.slice(0, 50))}: ${fault}`);
  const entity = await service.find(parameters.get("id") ?? "");
  const known = entity === null ? [] : (await service.properties()).filter(({ on }) => on[entity.type] !== undefined);
  const told = known.filter(({ id }) => id !== "name" && id !== "description");
  const properties = told.map(({ id }) => ({ id, asOf: day, certainty: "POSSIBLE" as const }));
  const values = await service.extend({ ids: entity === null ? [] : [entity.id], properties });
  const kept = { ...(parameters.has("asOf") ? { asOf: day } : {}), ...pinTold(pin) };
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
