import { readRevisionRange } from "../../drizzle/client/revision-range.ts";
import type { Fault } from "../../src/changes/fault.ts";
import { keptText } from "../../src/domain/text/kept-text.ts";
import { text } from "../../src/nouns/scalar.ts";
import { issuesOf } from "../../src/changes/read/draft.ts";
import { type Proposal, submit, type SubmitOptions } from "../../src/changes/submit.ts";
import type { Role } from "../../src/domain/role.ts";
import type { ArgumentBuilder } from "../builder.ts";
import type { Context } from "../context.ts";
import { resemblingOf, resemblingTold } from "../argument/resembling.ts";
import { requireRole } from "../alliance/role.ts";
import { rowOfId } from "./row-id.ts";
import type { Written, WriteError } from "./payload.ts";
import { requestHash } from "./request-hash.ts";

/** The arguments that every mutation has. */
export interface WriteArguments {
  reason: string;
  idempotencyKey?: string | null | undefined;
  dryRun?: boolean | null | undefined;
  ifRevision?: number | null | undefined;
}

const KEY = text(200, "An idempotency key");
const REASON = text(500, "A reason");

export function writeArguments(arg: ArgumentBuilder) {
  return {
    reason: arg.string({ required: true, description: "Why: a sentence for the history, at most 500 characters" }),
    idempotencyKey: arg.string({
      description:
        "A name for this request, of your choice and new for each, at most 200 characters. Sent again with it, the request is answered as the first time and nothing is done twice. When left out, each time counts",
    }),
    dryRun: arg.boolean({
      defaultValue: false,
      description: "true: checks all, says what would be done, and writes nothing; false when left out",
    }),
  };
}

export function ifRevisionArgument(arg: ArgumentBuilder) {
  return {
    ifRevision: arg.int({
      description:
        "The revision in which you saw it: CONFLICT, with the newer values, where what you would change has another value since. When left out, the last one wins, field by field",
    }),
  };
}

/**
 * The resolver of a mutation: for whoever has the role, it submits what is proposed. After it, the
 * rest of the answer is told as of the revision that was made.
 */
export function writing<Args extends WriteArguments>(
  needed: Role,
  propose: (args: Args, context: Context) => Promise<Proposal>,
) {
  return async (
    _root: unknown,
    args: Args,
    context: Context,
    { fieldName }: { fieldName: string },
  ): Promise<Written> => {
    const identity = requireRole(context, needed);
    // The mutation before this one in the request has told its answer.
    context.pinTo(null);
    const { reason, idempotencyKey = null, dryRun, ifRevision, ...asked } = args;
    const faults = [
      ...issuesOf(REASON, reason, { file: "", path: "/reason" }),
      ...(idempotencyKey === null ? [] : issuesOf(KEY, idempotencyKey, { file: "", path: "/idempotencyKey" })),
    ];
    let places: Proposal["places"];
    const proposeAnew = async () => {
      const proposal = await propose(args, context);
      places = proposal.places;
      return { ...proposal, faults: [...faults, ...proposal.faults] };
    };
    const options: SubmitOptions = {
      author: identity.name,
      subject: identity.subject,
      reason: keptText(reason),
      now: context.now,
      dryRun: dryRun ?? false,
      ifRevision: ifRevision ?? null,
      readId: rowOfId,
      requestKey: {
        subject: identity.subject,
        idempotencyKey: idempotencyKey ?? crypto.randomUUID(),
        isMade: idempotencyKey === null,
        request: await requestHash({ fieldName, reason, ifRevision: ifRevision ?? null, asked }),
      },
    };
    // Read first: a write that was done is not to fail for what its answer tells.
    const { lineage } = await readRevisionRange(context.d1);
    const work = () => submit(context.d1, proposeAnew, options);
    const submitted = await (options.dryRun ? work() : context.inTurn(work));
    // Where nothing was written, the answer is of what is there.
    if (submitted.outcome !== "written") {
      const { newest } = await readRevisionRange(context.d1);
      context.tell({ revision: newest, lineage });
    }
    switch (submitted.outcome) {
      case "refused":
        return refused(await withResembling(submitted.faults, context), places ?? {}, args);
      case "previewed":
        return { revision: null, node: null, previews: submitted.previews, errors: [] };
      case "written":
        context.pinTo(submitted.state);
        context.tell({ revision: submitted.state, lineage });
        return { revision: submitted.revision, node: submitted.node, previews: [], errors: [] };
    }
  };
}

/** The faults, where those of references that lead to nothing name what these may have meant. */
async function withResembling(faults: readonly Fault[], context: Context): Promise<Fault[]> {
  return Promise.all(
    faults.map(async (fault) => {
      if (fault.sought === undefined) return fault;
      const found = await resemblingOf(fault.sought.nouns, fault.sought.reference, context);
      return { ...fault, message: fault.message + resemblingTold(found) };
    }),
  );
}

function refused(faults: readonly Fault[], places: NonNullable<Proposal["places"]>, args: object): Written {
  return { revision: null, node: null, previews: [], errors: faults.map((fault) => errorOf(fault, places, args)) };
}

function errorOf(
  { path, message, isConflict = false, nodes = [], changes = [] }: Fault,
  places: NonNullable<Proposal["places"]>,
  args: object,
): WriteError {
  const within = Object.keys(places).find((place) => path === place || path.startsWith(`${place}/`));
  const steps =
    within === undefined ? stepsOf(path) : givenSteps(stepsOf(places[within] + path.slice(within.length)), args);
  return {
    code: isConflict ? "CONFLICT" : "BAD_USER_INPUT",
    message,
    path: steps,
    nodes,
    changes,
  };
}

/** The steps of a JSON pointer. */
function stepsOf(pointer: string): string[] {
  return pointer
    .split("/")
    .slice(1)
    .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
}

/** The steps as far as the arguments have such a place: there is none within a number or an id, whatever comes of it. */
function givenSteps(steps: readonly string[], args: object): string[] {
  let at: unknown = args;
  return steps.filter((step) => {
    if (typeof at !== "object" || at === null) return false;
    at = Reflect.get(at, step);
    return true;
  });
}
