import { highestRole, type Role, roles } from "../../domain/role.ts";

/** What a claim says of a role, in any of the forms that issuers write; and what is odd about it, to be told to the operator. */
export interface ReadRole {
  role: Role;
  /** Null where the claim is absent, or names a role. It has no word of the token. */
  oddity: string | null;
}

const FORMS = "a text, a list of texts, or an object with the roles as keys and an object under each";

/**
 * Reads a role: of a text, with spaces between several (OAuth's scopes); of a list (Keycloak, Auth0, Entra ID); of an object
 * whose keys are roles, under each the organizations for which it is granted (Zitadel).
 */
export function readRole(claim: unknown): ReadRole {
  if (claim == null) return { role: "reader", oddity: null };
  const names = [claim].flat().map(namesIn);
  const given = names.flatMap((one) => one ?? []);
  if (given.some((name) => (roles as readonly string[]).includes(name)))
    return { role: highestRole(given), oddity: null };
  const oddity = names.includes(null)
    ? `it is to be ${FORMS}`
    : `it names none of ${roles.join(", ")}, which are written in lower case`;
  return { role: "reader", oddity };
}

/** Null for what is none of the forms. */
function namesIn(value: unknown): string[] | null {
  if (typeof value === "string") return value.split(/\s+/);
  if (typeof value !== "object" || value === null || Array.isArray(value)) return null;
  const granted = Object.entries(value).filter(([, under]) => isGrant(under));
  return granted.length === 0 ? null : granted.map(([name]) => name);
}

/** What is granted for nothing is not granted; and who writes `false` does not mean it. */
function isGrant(under: unknown): boolean {
  return typeof under === "object" && under !== null && !Array.isArray(under) && Object.keys(under).length > 0;
}
