import { GraphQLError } from "graphql";

/** The error for an argument that no answer can be given to. */
export function badUserInput(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: "BAD_USER_INPUT" } });
}

/** The error for a question whose answer would take more work than one request may. */
export function costLimitExceeded(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: "COST_LIMIT_EXCEEDED" } });
}

/** The error for what nobody may do without saying who they are. */
export function unauthenticated(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: "UNAUTHENTICATED" } });
}

/** The error for what someone's role does not allow. */
export function forbidden(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: "FORBIDDEN" } });
}
