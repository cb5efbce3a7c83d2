/** What speaks for and against one entity being the one that is meant. */
export interface Evidence {
  /** How well its name fits, from 0 to 1: 0 where it does not, or none was given. */
  likeness: number;
  /** Whether it bears the very name. */
  isExact: boolean;
  /** Whether a code or identifier that was given is its own. */
  isIdentified: boolean;
  /** How many of the given properties it agrees with. */
  agreed: number;
  /** How many of the given properties it contradicts. */
  contradicted: number;
}

/** What a code makes sure of although the name fits another, or nobody. */
const IDENTIFIED_BY_ANOTHER_NAME = 0.9;
/** What a property that agrees takes away of the doubt. */
const DOUBT_LEFT = 0.5;
/** What is left of a score by each property that is contradicted: less than any name that is found at all has. */
const CREDIT_LEFT = 0.5;

/** From 0 to 1. A name alone keeps its likeness; what agrees raises it, what contradicts halves it. */
export function scoreOf(evidence: Evidence, isNamed: boolean): number {
  const { isExact, isIdentified, agreed, contradicted } = evidence;
  const known = isIdentified ? (isExact || !isNamed ? 1 : IDENTIFIED_BY_ANOTHER_NAME) : 0;
  const base = Math.max(evidence.likeness, known);
  return (1 - (1 - base) * DOUBT_LEFT ** agreed) * CREDIT_LEFT ** contradicted;
}

/**
 * Whether one of those found is sure: it bears the very name or the code, contradicts nothing, and no other has as good a claim.
 * Where two bear the name, a person decides.
 */
export function isSure(one: Evidence, found: readonly Evidence[]): boolean {
  return claims(one) && one.contradicted === 0 && found.every((other) => other === one || beats(one, other));
}

function claims({ isExact, isIdentified }: Evidence): boolean {
  return isExact || isIdentified;
}

function beats(one: Evidence, other: Evidence): boolean {
  if (!claims(other)) return true;
  // Where the code is one's and the name another's, one of the two cells is wrong.
  if (other.isExact && !one.isExact) return false;
  return other.contradicted > 0 || (one.isIdentified && !other.isIdentified);
}
