import { type ExecutionResult, GraphQLError } from "graphql";
import { isAsyncIterable, mapAsyncIterator } from "graphql-yoga";
import { publicError } from "../http/error.ts";
import { ANSWERED, type Outcome, outcomeOf } from "../http/outcome.ts";
import { addStage, type RequestPlugin } from "../request-plugin.ts";
import type { OutcomeStage, StateStage } from "../request-stage.ts";

/** Shows of errors what is public, and notes the status and the code that they make of the answer. */
export function useMaskedErrors(log: (line: object) => void): RequestPlugin<StateStage, OutcomeStage> {
  return {
    onResultProcess({ result, setResult, serverContext }) {
      const { state, accepted } = serverContext;
      let code: string | null = null;
      const outcomes: Outcome[] = [];
      const shown = (one: ExecutionResult): ExecutionResult => {
        if (one.errors === undefined) return one;
        const errors = raised(one.errors);
        outcomes.push(outcomeOf({ ...one, errors }, accepted.mediaType));
        const told = errors.map((error) => publicError(error, state.requestId, log));
        code ??= String(told[0]!.extensions["code"]);
        return { ...one, errors: told };
      };
      if (isAsyncIterable(result)) {
        setResult(mapAsyncIterator(result as AsyncIterable<ExecutionResult>, shown) as typeof result);
      } else if (Array.isArray(result)) {
        setResult(result.map(shown) as typeof result);
        outcomes.unshift({ status: 200, headers: headersOfBatch(outcomes) });
      } else {
        setResult(shown(result as ExecutionResult) as typeof result);
      }
      const { status, headers } = outcomes[0] ?? ANSWERED;
      addStage<OutcomeStage>(serverContext, { outcome: { status, headers, code: () => code } });
    },
  };
}

/**
 * The errors of a result, as they were raised. Of what was aborted Yoga makes a list of none, and of what is thrown and is no
 * `Error` one that looks as if it were meant to be told.
 */
function raised(errors: readonly GraphQLError[]): readonly GraphQLError[] {
  if (errors.length === 0) return [failed("aborted")];
  return errors.map((error) => (error.extensions["unexpected"] === true ? failed(error.message) : error));
}

function failed(message: string): GraphQLError {
  return new GraphQLError(message, { originalError: new Error(message) });
}

/** Those of the operation, if any, that is to be asked again later: the others are told in the body alone. */
function headersOfBatch(outcomes: readonly Outcome[]): Outcome["headers"] {
  return outcomes.find(({ headers }) => "retry-after" in headers)?.headers ?? {};
}
