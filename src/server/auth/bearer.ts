import { IdentityRefusal } from "./identity-refusal.ts";

const MOST_CHARACTERS = 8 * 1024;

// The scheme may be written in any case (RFC 9110, 11.1).
const BEARER = /^bearer +(?<token>[^\s,]+)$/i;

// jose decodes more than base64url, so that one token could be written in several ways.
const COMPACT = /^[\w-]+\.[\w-]+\.[\w-]+$/;

/**
 * The token that a request brings in the header; null where it brings none.
 * @throws IdentityRefusal where there is something else
 */
export function readToken(headers: Headers, header: string): string | null {
  const isBearer = isAuthorization(header);
  const value = headers.get(header);
  if (value === null) {
    if (isBearer || !headers.has("authorization")) return null;
    throw IdentityRefusal.invalid(`This service reads the token from the header ${header}`);
  }
  if (value.length > MOST_CHARACTERS)
    throw IdentityRefusal.invalid(`The token is longer than ${MOST_CHARACTERS} bytes`);
  const token = isBearer ? BEARER.exec(value)?.groups?.["token"] : value;
  if (token === undefined)
    throw IdentityRefusal.invalid("The header Authorization is to be: Bearer, a space, one token");
  if (!COMPACT.test(token)) throw IdentityRefusal.invalid("The token is no signed JSON Web Token");
  return token;
}

/** Whether the token comes where HTTP has it (RFC 6750), which every answer varies with anyway. */
export function isAuthorization(header: string): boolean {
  return header.toLowerCase() === "authorization";
}
