import type { Identity } from "../../src/domain/identity.ts";
import { mayActAs, type Role } from "../../src/domain/role.ts";
import type { Context } from "../context.ts";
import { forbidden, unauthenticated } from "../error.ts";

/**
 * Who asks, when they have the role or a higher one.
 * @throws UNAUTHENTICATED for nobody, FORBIDDEN for a lower role
 */
export function requireRole({ identity }: Pick<Context, "identity">, needed: Role): Identity {
  if (identity === null)
    throw unauthenticated(`This takes a token of the role ${needed}: send one as "Authorization: Bearer …"`);
  if (!mayActAs(identity.role, needed)) {
    throw forbidden(`This takes the role ${needed}, and ${identity.name} has the role ${identity.role}`);
  }
  return identity;
}
