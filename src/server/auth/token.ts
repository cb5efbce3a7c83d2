import type { JWTHeaderParameters, JWTPayload } from "jose";
import {
  JOSEAlgNotAllowed,
  JOSEError,
  JWKSNoMatchingKey,
  JWSSignatureVerificationFailed,
  JWTClaimValidationFailed,
  JWTExpired,
} from "jose/errors";
import { jwtVerify } from "jose/jwt/verify";
import { IdentityRefusal } from "./identity-refusal.ts";
import type { FindKey, Moment } from "./key-server.ts";
import type { IdentitySettings } from "./identity-settings.ts";

/** Asymmetric ones only: whoever can check a token must not be able to make one. */
const ALGORITHMS = ["RS256", "PS256", "ES256", "EdDSA"];

const TYPES = ["jwt", "at+jwt", "application/jwt", "application/at+jwt"];

/**
 * How far an issuer's clock may be off ours, which Cloudflare keeps. Five minutes, that a laptop or a
 * server of one's own can be off unnoticed, keep a token that lives for hours alive hardly longer.
 */
const CLOCK_TOLERANCE_S = 300;

/** The last moment that a date can hold, and before 1970 the first (ECMA-262, "Time Values"). A token for longer has no end. */
const LAST_MOMENT_S = 8_640_000_000_000;

/**
 * The claims of a token, once its signature, issuer, audience and times have been checked. Keys that
 * the token brings or points to (`jwk`, `x5c`, `jku`, `x5u`) are never looked at.
 * @throws IdentityRefusal for any token that is not good
 */
export async function checkToken(
  token: string,
  { issuer, audience }: Pick<IdentitySettings, "issuer" | "audience">,
  findKey: FindKey,
  moment: Moment,
): Promise<JWTPayload> {
  try {
    const keyOf = (header: JWTHeaderParameters) => findKey(checkHeader(header), moment);
    const { payload } = await jwtVerify(token, keyOf, {
      algorithms: ALGORITHMS,
      issuer,
      audience,
      requiredClaims: ["exp", "sub"],
      clockTolerance: CLOCK_TOLERANCE_S,
      currentDate: new Date(moment.now),
    });
    for (const name of ["exp", "nbf", "iat"] as const) {
      if (Math.abs(payload[name] ?? 0) > LAST_MOMENT_S) throw IdentityRefusal.invalid(wrongClaim(name));
    }
    if (payload.iat !== undefined && payload.iat > moment.now / 1000 + CLOCK_TOLERANCE_S) {
      throw IdentityRefusal.invalid(wrongClaim("iat"));
    }
    return payload;
  } catch (error) {
    if (error instanceof JOSEError) throw IdentityRefusal.invalid(reasonOf(error));
    throw error;
  }
}

function checkHeader(header: JWTHeaderParameters): JWTHeaderParameters {
  const { typ, kid, crit } = header as Record<string, unknown>;
  if (typ !== undefined && !(typeof typ === "string" && TYPES.includes(typ.toLowerCase()))) {
    throw IdentityRefusal.invalid("The token's typ is to be JWT or at+jwt, or left out");
  }
  if (typeof kid !== "string" || kid === "") throw IdentityRefusal.invalid("The token does not name its key (kid)");
  if (crit !== undefined) throw IdentityRefusal.invalid("The token wants extensions that this service does not have");
  return header;
}

/** Tells nothing but what is to be mended: no word of the token. */
function reasonOf(error: JOSEError): string {
  if (error instanceof JWTExpired) return "The token has expired: get a new one";
  if (error instanceof JWTClaimValidationFailed) return wrongClaim(error.claim);
  if (error instanceof JOSEAlgNotAllowed) return `The token is to be signed with ${ALGORITHMS.join(", ")}`;
  if (error instanceof JWKSNoMatchingKey) return "The token's key is none that its issuer publishes";
  if (error instanceof JWSSignatureVerificationFailed) return "The token's signature does not hold";
  return "The token is no signed JSON Web Token";
}

function wrongClaim(claim: string): string {
  return `The token's claim ${claim} is missing or not what this service accepts`;
}
