import type { OperationDefinitionNode } from "graphql";
import type { GraphQLParams } from "graphql-yoga";
import type { Warning } from "../../domain/warning.ts";
import { PINS } from "./document-request.ts";

/** All but the last are read; that is what clients of Apollo say of themselves. */
const EXTENSIONS = [...PINS, "persistedQuery", "clientLibrary"];
/** Whoever sends more of them is not helped by more. */
const MOST = 10;
const NONE: readonly Warning[] = [];

/** What a request says and nothing reads, so that its answer may be one to another question. */
export function warningsOf(
  { extensions, variables }: GraphQLParams,
  operation: OperationDefinitionNode,
): readonly Warning[] {
  const unknown = Object.keys(extensions ?? {}).filter((name) => !EXTENSIONS.includes(name));
  const declared = operation.variableDefinitions?.map(({ variable }) => variable.name.value) ?? [];
  const undeclared = Object.keys(variables ?? {}).filter((name) => !declared.includes(name));
  if (unknown.length === 0 && undeclared.length === 0) return NONE;
  const declares = declared.length === 0 ? "none" : declared.map((name) => `$${name}`).join(", ");
  return [
    ...unknown.map((name): Warning => {
      const message = `extensions has ${JSON.stringify(name.slice(0, 50))}, which is not read: there are ${EXTENSIONS.join(", ")}`;
      return { message, code: "UNKNOWN_EXTENSION" };
    }),
    ...undeclared.map((name): Warning => {
      const message = `variables has ${JSON.stringify(name.slice(0, 50))}, which is not read: the operation declares ${declares}`;
      return { message, code: "UNDECLARED_VARIABLE" };
    }),
  ].slice(0, MOST);
}
