/** What someone may do, lowest first: each role may all that the ones before it may. */
export const roles = ["reader", "editor", "admin"] as const;

export type Role = (typeof roles)[number];

/** The highest of the roles that the names stand for; a name that is no role counts as a reader's. */
export function highestRole(names: readonly string[]): Role {
  return roles.findLast((role) => names.includes(role)) ?? "reader";
}

export function mayActAs(role: Role, needed: Role): boolean {
  return roles.indexOf(role) >= roles.indexOf(needed);
}
