import type { Rank } from "./vocabulary.ts";

/** The sorts of fact of which sources may make competing claims. */
export const factSorts = {
  MEMBERSHIP: "An actor's part in an alliance",
  ALLIANCE_STATUS: "How far an alliance had got",
  OBLIGATION: "What an alliance obliges its members to",
  OFFICE: "A person's post",
  EVENT: "An event",
} as const;

export type FactSort = keyof typeof factSorts;

/** Why answers go by the claims they go by, in words. */
export function reasonFor(sort: FactSort, ranks: readonly Rank[]): string {
  const reasons = [reasonForUse(sort, ranks)];
  const deprecated = ranks.filter((rank) => rank === "DEPRECATED").length;
  if (deprecated > 0) {
    reasons.push(
      deprecated === 1
        ? "The DEPRECATED claim is known to be wrong or was withdrawn, and is kept with its source only"
        : "The DEPRECATED claims are known to be wrong or were withdrawn, and are kept with their sources only",
    );
  }
  return `${reasons.join(". ")}.`;
}

function reasonForUse(sort: FactSort, ranks: readonly Rank[]): string {
  const used = sort === "EVENT" ? "it is the version to go by; lists of events tell every version" : AS_OF;
  if (ranks.includes("PREFERRED")) return `PREFERRED wins: the claim is the best supported, and ${used}`;
  const normal = ranks.filter((rank) => rank === "NORMAL").length;
  if (normal === 0) return "No claim is used";
  if (normal === 1) return "The NORMAL claim is the only one left";
  return "No claim is PREFERRED: the NORMAL ones count alike, and answers use each of them";
}

const AS_OF = "answers as of a day use it and leave out the NORMAL ones that it may overlap";
