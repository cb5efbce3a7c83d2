import { type DocumentNode, getOperationAST, GraphQLError, Kind, type OperationDefinitionNode } from "graphql";
import { coded } from "../http/error.ts";

/** The operation that a request chooses, or what is wrong with the choice. */
export function operationOf(
  document: DocumentNode,
  name: string | null | undefined,
): OperationDefinitionNode | GraphQLError {
  const chosen = getOperationAST(document, name);
  if (chosen != null) return chosen;
  const names = document.definitions.flatMap((definition) =>
    definition.kind === Kind.OPERATION_DEFINITION ? [definition.name?.value ?? "one without a name"] : [],
  );
  const message =
    names.length === 0
      ? "The document has no operation"
      : `operationName is ${name == null ? "missing" : JSON.stringify(name)}: the document has ${names.join(", ")}`;
  return coded("BAD_USER_INPUT", message);
}

/** How deep lists and objects may lie in one another within variables: deeper than any argument is. */
const MOST_DEPTH = 50;

/** What no argument can be; null where the variables may be coerced. */
export function variablesFault(variables: unknown): GraphQLError | null {
  if (!isDeeper(variables, MOST_DEPTH)) return null;
  const message = `"variables" has more than ${MOST_DEPTH} lists and objects in one another: no argument takes that`;
  return coded("BAD_USER_INPUT", message);
}

function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== "object" || value === null) return false;
  return levels === 0 || Object.values(value).some((one) => isDeeper(one, levels - 1));
}
