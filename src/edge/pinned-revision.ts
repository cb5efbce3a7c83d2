import { getOperationAST, GraphQLError } from "graphql";
import type { Plugin } from "graphql-yoga";

export const REVISION_HEADER = "Entente-Revision";

export interface PinnedContext {
  /** The revisions that a request may ask for. */
  revisions: () => Promise<{ oldest: number; newest: number }>;
  /** The one that this request asked for; null for the present. */
  revision?: number | null;
}

/**
 * Reads the revision that a request pins its answers to, from `extensions.revision` or the header,
 * and says so in the answer's extensions. What is past is read only.
 */
export function pinnedRevision<Context extends PinnedContext>(): Plugin<object, Context> {
  return {
    onParams: async ({ params, request, context, setResult }) => {
      const server = context as unknown as PinnedContext;
      const extensions: Record<string, unknown> = params.extensions ?? {};
      const asked = read(extensions["revision"], request.headers.get(REVISION_HEADER));
      const fault = typeof asked === "number" ? await faultOf(asked, server.revisions) : asked;
      if (fault !== null) setResult({ errors: [fault] });
      else server.revision = asked as number | null;
    },
    onExecute: ({ args, setResultAndStopExecution }) => {
      const { revision } = args.contextValue as unknown as PinnedContext;
      if (revision == null || getOperationAST(args.document, args.operationName)?.operation !== "mutation") return;
      const fault = refusal(`The request is pinned to revision ${revision}, where nothing can be changed any more`);
      setResultAndStopExecution({ errors: [fault] });
    },
    onResultProcess: (processing) => {
      const { result, serverContext } = processing;
      const { revision } = serverContext;
      if (revision == null || Array.isArray(result) || Symbol.asyncIterator in result) return;
      processing.setResult({ ...result, extensions: { ...result.extensions, revision } });
    },
  };
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

async function faultOf(revision: number, revisions: PinnedContext["revisions"]): Promise<GraphQLError | null> {
  const { oldest, newest } = await revisions();
  if (newest === 0) return refusal(`Revision ${revision} is asked for, and there is none yet`);
  if (revision > newest) return refusal(`There is no revision ${revision}: the newest is ${newest}`);
  if (revision < oldest) return refusal(`Of revision ${revision} nothing is known: history begins with ${oldest}`);
  return null;
}

function refusal(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: "BAD_USER_INPUT", http: { status: 400 } } });
}
