import { type ExecutionResult, GraphQLError } from "graphql";
import type { ToldRevision } from "../../domain/told-revision.ts";
import { coded } from "../http/error.ts";

export const REVISION_HEADER = "Entente-Revision";
export const LINEAGE_HEADER = "Entente-Lineage";

/** What a request asks the data to be of: docs/revisions.md. Null where it does not say. */
export interface Pin {
  /** The revision that it is answered as of. */
  readonly revision: number | null;
  /** The lineage of what it is answered from; null where no revision is asked for, and none is told. */
  readonly lineage: string | null;
  /** Whether the request names the lineage too. */
  readonly isOfLineage: boolean;
}

/** A pin, or why there can be none of the kind. */
type Pinned = Pin | GraphQLError;

/** The revisions that a request may ask for. What is asked for is known only since it was made, or restored. */
export type Revisions = (asked: Asked) => Promise<{ oldest: number; newest: number; lineage: string }>;

interface Asked {
  revision: number | null;
  lineage: string | null;
}

/** Where a request may say something, and what it says there; null for nothing. */
export type Place = readonly [name: string, value: unknown];

interface Places {
  revision: readonly Place[];
  lineage: readonly Place[];
}

/** The pin of a request that asks for the present. */
export const NO_PIN: Pin = { revision: null, lineage: null, isOfLineage: false };
const LINEAGE = /^[\da-f]{24}$/;

/**
 * What a request is pinned to, by its extensions or parameters and by headers, which all name the same: all null for
 * the present; or what is wrong with it.
 */
export function pinOf(places: Places, headers: Headers, revisions: Revisions): Pinned | Promise<Pinned> {
  const revision = said(
    [...places.revision, [`the header ${REVISION_HEADER}`, numberIn(headers.get(REVISION_HEADER))]],
    faultInRevision,
  );
  const lineage = said(
    [...places.lineage, [`the header ${LINEAGE_HEADER}`, headers.get(LINEAGE_HEADER)]],
    faultInLineage,
  );
  if (revision instanceof GraphQLError) return revision;
  if (lineage instanceof GraphQLError) return lineage;
  if (revision === null && lineage === null) return NO_PIN;
  return look({ revision, lineage } as Asked, revisions);
}

/** The places of a request to /graphql. */
export function inRequest(
  extensions: Record<string, unknown> | null | undefined,
  search: URLSearchParams | null,
): Places {
  const address = inAddress(search ?? new URLSearchParams());
  return {
    revision: [["extensions.revision", extensions?.["revision"]], ...address.revision],
    lineage: [["extensions.lineage", extensions?.["lineage"]], ...address.lineage],
  };
}

/** The places of any other address, and of a form. What is there several times is so many places. */
export function inAddress(...searches: readonly URLSearchParams[]): Places {
  const all = (name: string) => searches.flatMap((search) => search.getAll(name));
  return {
    revision: all("revision").map((text) => ["the parameter revision", numberIn(text)]),
    lineage: all("lineage").map((text) => ["the parameter lineage", text]),
  };
}

/** What is past is read only: why a pinned mutation cannot be run; and it is over: why there is nothing to subscribe to. */
export function pinRefusal(revision: number, type: "mutation" | "subscription"): GraphQLError {
  const reason = type === "mutation" ? "nothing can be changed any more" : "nothing happens any more";
  return refusal(`The request is pinned to revision ${revision}, where ${reason}`);
}

/** The answer to a pinned request says so. */
export function sayingPin(result: ExecutionResult, { revision, lineage }: Pin): ExecutionResult {
  return revision === null ? result : { ...result, extensions: { ...result.extensions, revision, lineage } };
}

/** The answer of a mutation says of which revision it tells, and of which lineage that is. */
export function sayingWritten(result: ExecutionResult, told: ToldRevision | null): ExecutionResult {
  return told === null ? result : { ...result, extensions: { ...result.extensions, ...told } };
}

const LINEAGE_CHANGED = "LINEAGE_CHANGED";

/** RFC 9110, 15.5.13: 412 where the request's own condition does not hold; 400 where it says nothing that could be. */
export function statusOf(refused: GraphQLError): 400 | 412 {
  return refused.extensions["code"] === LINEAGE_CHANGED ? 412 : 400;
}

/** What is said in one of the places, or in several alike; null where nothing is, or what is wrong with it. */
function said(places: readonly Place[], faultIn: (value: unknown) => string | null): unknown {
  const given = places.filter(([, value]) => value != null);
  for (const [name, value] of given) {
    const fault = faultIn(value);
    if (fault !== null) return refusal(`${name} is ${JSON.stringify(value)}: ${fault}`);
  }
  const [[name, value] = ["", null]] = given;
  const other = given.find(([, another]) => another !== value);
  if (other === undefined) return value;
  return refusal(
    `${name} is ${JSON.stringify(value)}, and ${other[0]} ${String(other[1])}: give one of them, or the same`,
  );
}

function faultInRevision(value: unknown): string | null {
  if (typeof value === "number" && Number.isSafeInteger(value) && value >= 1) return null;
  return "give the number of a revision, a whole number from 1 on";
}

function faultInLineage(value: unknown): string | null {
  if (typeof value === "string" && LINEAGE.test(value)) return null;
  return "give a lineage as dataset { lineage } tells it, 24 digits and letters from a to f";
}

/** A number that is written as text; any other text as it is. */
function numberIn(text: string | null): unknown {
  return text !== null && /^\d+$/.test(text.trim()) ? Number(text) : text;
}

async function look(asked: Asked, revisions: Revisions): Promise<Pinned> {
  const { oldest, newest, lineage } = await revisions(asked);
  const { revision } = asked;
  if (asked.lineage !== null && asked.lineage !== lineage) {
    const reason = "the data was restored, and numbers of revisions may stand for others than before";
    return coded(LINEAGE_CHANGED, `Lineage ${asked.lineage} is asked for, and this is ${lineage}: ${reason}`);
  }
  if (revision === null) return NO_PIN;
  if (newest === 0) return refusal(`Revision ${revision} is asked for, and there is none yet`);
  if (revision > newest) return refusal(`There is no revision ${revision}: the newest is ${newest}`);
  if (revision < oldest) return refusal(`Of revision ${revision} nothing is known: history begins with ${oldest}`);
  return { revision, lineage, isOfLineage: asked.lineage !== null };
}

function refusal(message: string): GraphQLError {
  return coded("BAD_USER_INPUT", message);
}
