import type { Identity } from "../../domain/identity.ts";
import { IdentityRefusal } from "./identity-refusal.ts";
import type { IdentitySettings } from "./identity-settings.ts";
import { readRole } from "./role-claim.ts";

const LONGEST_NAME = 200;
/** OpenID Connect Core 1.0, section 2, on `sub`. */
const LONGEST_SUBJECT = 255;

/** Whom the claims of a checked token are about. What is odd about their role is told, without a word of the token. */
export function identityOf(
  claims: Readonly<Record<string, unknown>>,
  { roleClaim, nameClaim }: Pick<IdentitySettings, "roleClaim" | "nameClaim">,
  tell: (oddity: string) => void = () => undefined,
): Identity {
  const subject = legible(claims["sub"], LONGEST_SUBJECT);
  if (subject === null) throw IdentityRefusal.invalid("The token's claim sub names nobody");
  const { role, oddity } = readRole(claimOf(claims, roleClaim));
  if (oddity !== null) tell(`A token's claim ${roleClaim} (AUTH_ROLE_CLAIM) is read as a reader's: ${oddity}`);
  return { name: legible(claimOf(claims, nameClaim), LONGEST_NAME) ?? subject, subject, role };
}

/**
 * The claim of that very name (Auth0's are addresses), else what its dots lead to (Keycloak's `realm_access.roles`). A name on
 * the way may have dots itself, as Keycloak's clients may (`resource_access.entente.example.roles`).
 */
function claimOf(claims: unknown, name: string): unknown {
  if (typeof claims !== "object" || claims === null) return undefined;
  if (Object.hasOwn(claims, name)) return (claims as Record<string, unknown>)[name];
  for (let dot = name.indexOf("."); dot >= 0; dot = name.indexOf(".", dot + 1)) {
    const first = name.slice(0, dot);
    if (!Object.hasOwn(claims, first)) continue;
    const found = claimOf((claims as Record<string, unknown>)[first], name.slice(dot + 1));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** A name stands in the history for good: no line breaks, nothing invisible, nothing endless. */
function legible(value: unknown, longest: number): string | null {
  if (typeof value !== "string") return null;
  const text = value.trim();
  return text === "" || text.length > longest || /\p{C}/u.test(text) ? null : text;
}
