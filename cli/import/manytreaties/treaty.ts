import { parsePartialDate } from "../../../src/domain/time/partial-date.ts";
import { fitted } from "../fitted.ts";
import type { Origin, Part, Piece } from "../file/piece.ts";
import { type Ends, endAfter, merged } from "../spell.ts";

/** One party of an agreement as a source has it, with dates in EDTF. */
export interface Party {
  actor: string;
  signed: string | null;
  ratified: string | null;
  bound: string | null;
  ended: string | null;
  origin: Origin;
}

export interface Treaty {
  slug: string;
  id: string;
  title: string;
  begun: string | null;
  signed: string | null;
  inForce: string | null;
  ended: string | null;
  origin: Origin;
  parties: Party[];
}

/** An agreement as an alliance: how far it had got, and who took part. */
export function treatyPiece(treaty: Treaty, actorOf: (party: string) => string, article: string): Piece {
  const { slug, id, title, origin } = treaty;
  const name = fitted(title, 200);
  const citations = [{ article, exact: null }];
  const part = (json: object, origin: Origin): Part => ({ json: { ...json, citations }, origin });
  return {
    list: "alliances",
    origin,
    json: {
      slug,
      name,
      aliases: [{ name: id, sort: "VARIANT" }],
      kind: "TREATY",
      ...(name !== title && { description: fitted(title, 500) }),
    },
    statuses: statusesOf(treaty).map((status) => part(status, origin)),
    memberships: membershipsOf(treaty, actorOf).map(({ origin, ...membership }) => part(membership, origin)),
  };
}

function statusesOf({ begun, signed, inForce, ended }: Treaty): ({ code: string } & Ends)[] {
  const signature = signed ?? begun;
  const start = inForce ?? signature;
  const end = endAfter(start, ended);
  const statuses = [];
  if (signature !== null && precedes(signature, inForce)) {
    statuses.push({ code: "SIGNED", from: signature, to: inForce ?? end });
  }
  if (inForce !== null) statuses.push({ code: "IN_FORCE", from: inForce, to: end });
  if (end !== null && end === ended) statuses.push({ code: "TERMINATED", from: end, to: null });
  return statuses;
}

function membershipsOf(treaty: Treaty, actorOf: (party: string) => string) {
  // Where nobody's ratification or entry into force is told, to sign is all there is to joining.
  const bySignature = !treaty.parties.some(({ ratified, bound }) => (bound ?? ratified) !== null);
  const parties = Map.groupBy(treaty.parties, ({ actor }) => actorOf(actor));
  return [...parties].flatMap(([actor, rows]) => {
    const { origin } = rows[0]!;
    const spells = rows.map((row) => spellsOf(row, treaty, bySignature));
    return (["APPLICANT", "MEMBER"] as const).flatMap((role) =>
      merged(spells.flatMap((one) => one[role] ?? [])).map((ends, index) => {
        const key = `${treaty.slug}/${actor}/${role.toLowerCase()}${index === 0 ? "" : `/${index + 1}`}`;
        return { key, actor, role, ...ends, origin };
      }),
    );
  });
}

/** One that has signed is an applicant until it is bound. */
function spellsOf(
  { signed, ratified, bound, ended }: Party,
  { begun }: Treaty,
  bySignature: boolean,
): Partial<Record<"APPLICANT" | "MEMBER", Ends>> {
  const joined = bound ?? ratified;
  if (joined !== null) {
    const member = { from: joined, to: endAfter(joined, ended) };
    return signed !== null && precedes(signed, joined)
      ? { APPLICANT: { from: signed, to: joined }, MEMBER: member }
      : { MEMBER: member };
  }
  if (signed === null) {
    const from = begun === null ? null : `${parsePartialDate(begun).earliest}/..`;
    return { MEMBER: { from, to: endAfter(from, ended) } };
  }
  return { [bySignature ? "MEMBER" : "APPLICANT"]: { from: signed, to: endAfter(signed, ended) } };
}

function precedes(a: string, b: string | null): boolean {
  return b === null || parsePartialDate(a).written.earliest < parsePartialDate(b).written.earliest;
}
