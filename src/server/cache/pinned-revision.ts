import { type ExecutionResult, GraphQLError } from "graphql";
import { coded } from "../http/error.ts";

export const REVISION_HEADER = "Entente-Revision";

/** A revision; null for the present; or why it cannot be pinned to. */
export type Pin = number | GraphQLError | null;

/** The revisions that a request may ask for, of which one is known only since it was made. */
export type Revisions = (asked: number) => Promise<{ oldest: number; newest: number }>;

/**
 * The revision that a request pins its answer to, by `extensions.revision` or the header; null for
 * the present; or what is wrong with it.
 */
export function pinOf(
  extensions: Record<string, unknown> | null | undefined,
  headers: Headers,
  revisions: Revisions,
): Pin | Promise<Pin> {
  const asked = read(extensions?.["revision"], headers.get(REVISION_HEADER));
  return typeof asked === "number" ? faultOf(asked, revisions).then((fault) => fault ?? asked) : asked;
}

/** What is past is read only: why a pinned mutation cannot be run; and it is over: why there is nothing to subscribe to. */
export function pinRefusal(revision: number, type: "mutation" | "subscription"): GraphQLError {
  const reason = type === "mutation" ? "nothing can be changed any more" : "nothing happens any more";
  return refusal(`The request is pinned to revision ${revision}, where ${reason}`);
}

/** The answer to a pinned request says so. */
export function sayingPin(result: ExecutionResult, revision: number | null): ExecutionResult {
  return revision === null ? result : { ...result, extensions: { ...result.extensions, revision } };
}

/** The revision asked for, null where none is, or what is wrong with it. */
function read(extension: unknown, header: string | null): number | GraphQLError | null {
  if (extension == null && header === null) return null;
  const fromHeader = header !== null && /^\d+$/.test(header.trim()) ? Number(header) : header;
  for (const [name, value] of [["extensions.revision", extension] as const, [REVISION_HEADER, fromHeader] as const]) {
    if (value == null) continue;
    if (typeof value !== "number" || !Number.isSafeInteger(value) || value < 1) {
      return refusal(`${name} is ${JSON.stringify(value)}: give the number of a revision, a whole number from 1 on`);
    }
  }
  if (extension != null && header !== null && extension !== fromHeader) {
    return refusal(
      `extensions.revision is ${JSON.stringify(extension)}, and the header ${REVISION_HEADER} ${header}: give one of them, or the same`,
    );
  }
  return (extension ?? fromHeader) as number;
}

async function faultOf(revision: number, revisions: Revisions): Promise<GraphQLError | null> {
  const { oldest, newest } = await revisions(revision);
  if (newest === 0) return refusal(`Revision ${revision} is asked for, and there is none yet`);
  if (revision > newest) return refusal(`There is no revision ${revision}: the newest is ${newest}`);
  if (revision < oldest) return refusal(`Of revision ${revision} nothing is known: history begins with ${oldest}`);
  return null;
}

function refusal(message: string): GraphQLError {
  return coded("BAD_USER_INPUT", message);
}
