import { tryPartialDate } from "../../../src/domain/time/partial-date.ts";
import { Apart } from "../apart.ts";
import type { Read } from "../file/piece.ts";
import { fitted } from "../fitted.ts";
import { slugOf } from "../slug.ts";
import { boundsOf, lifeOf } from "./popolo-bounds.ts";
import type { FoundMembership, PopoloData, PopoloParty } from "./popolo-data.ts";
import { popoloDate } from "./popolo-date.ts";
import type { Found } from "./popolo-ids.ts";
import { officePeriod } from "./popolo-period.ts";
import type { PopoloAgent } from "./popolo-shape.ts";

/** Reads memberships as offices. */
export class PopoloOffices {
  readonly #data: PopoloData;
  readonly #slugOf: (party: PopoloParty) => string;
  readonly #keys = new Apart();

  constructor(data: PopoloData, slugOfParty: (party: PopoloParty) => string) {
    this.#data = data;
    this.#slugOf = slugOfParty;
  }

  read({ membership, scheme, origin }: FoundMembership): Read {
    const { person_id, post_id, legislative_period_id } = membership;
    const { persons, organizations, posts, terms } = this.#data;
    const find = <T>(ids: { find(scheme: string, id: string): Found<T> }, id: string | undefined) =>
      id === undefined ? undefined : ids.find(scheme, id);
    const post = valueOf(find(posts, post_id));
    const person = find(persons, person_id) ?? { reason: "person_id is missing: an office is held by a person" };
    const body = find(organizations, membership.organization_id ?? post?.organization_id) ?? {
      reason: "organization_id is missing, and its post names none",
    };
    for (const found of [person, body]) if ("reason" in found) return { ...origin, reason: found.reason };
    for (const side of ["start_date", "end_date"] as const) {
      const date = popoloDate(membership[side]);
      if (date !== null && tryPartialDate(date) === null)
        return { ...origin, reason: `${side}: "${date}" is not a date` };
    }
    const title = fitted(membership.label ?? post?.label ?? membership.role ?? post?.role ?? "Member", 200);
    const [written, term] = [boundsOf(membership), valueOf(find(terms, legislative_period_id))];
    const holders = { person: this.#slug(person), body: this.#slug(body) };
    const period = officePeriod(written, boundsOf(term), [
      lifeOf(valueOf(person)),
      lifeOf(valueOf(body)),
      boundsOf(post),
    ]);
    // Not of days that bound it: it keeps its name when those are mended.
    const since = written.start?.edtf ?? slugOf(term?.id ?? "");
    const facts = [holders.person, holders.body, slugOf(title), since].filter(Boolean).join("/");
    const named = slugOf(membership.id ?? "") || facts;
    const key = this.#keys.name(`${scheme}/${named}`, "/");
    const citations = [{ article: `${scheme}-data`, exact: null }];
    return { list: "offices", json: { key, title, ...holders, ...period, citations }, origin };
  }

  #slug(found: Found<PopoloAgent>): string {
    const agent = valueOf(found);
    const party = agent && this.#data.partyOf(agent);
    return party === undefined ? "" : this.#slugOf(party);
  }
}

function valueOf<T>(found: Found<T> | undefined): T | undefined {
  return found !== undefined && "value" in found ? found.value : undefined;
}
