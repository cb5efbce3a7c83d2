import type { Identity } from "../../domain/identity.ts";
import { highestRole } from "../../domain/role.ts";
import { IdentityRefusal } from "./identity-refusal.ts";
import type { IdentitySettings } from "./identity-settings.ts";

const LONGEST_NAME = 200;
/** OpenID Connect Core 1.0, section 2, on `sub`. */
const LONGEST_SUBJECT = 255;

/** Whom the claims of a checked token are about. */
export function identityOf(
  claims: Readonly<Record<string, unknown>>,
  { roleClaim, nameClaim }: Pick<IdentitySettings, "roleClaim" | "nameClaim">,
): Identity {
  const subject = legible(claims["sub"], LONGEST_SUBJECT);
  if (subject === null) throw IdentityRefusal.invalid("The token's claim sub names nobody");
  const given = [claimOf(claims, roleClaim)].flat().filter((role) => typeof role === "string");
  return { name: legible(claimOf(claims, nameClaim), LONGEST_NAME) ?? subject, subject, role: highestRole(given) };
}

/** The claim of that very name (Auth0's are addresses), else what its dots lead to (Keycloak's `realm_access.roles`). */
function claimOf(claims: unknown, name: string): unknown {
  if (typeof claims !== "object" || claims === null) return undefined;
  if (Object.hasOwn(claims, name)) return (claims as Record<string, unknown>)[name];
  const dot = name.indexOf(".");
  return dot < 0 ? undefined : claimOf(claimOf(claims, name.slice(0, dot)), name.slice(dot + 1));
}

/** A name stands in the history for good: no line breaks, nothing invisible, nothing endless. */
function legible(value: unknown, longest: number): string | null {
  if (typeof value !== "string") return null;
  const text = value.trim();
  return text === "" || text.length > longest || /\p{C}/u.test(text) ? null : text;
}
