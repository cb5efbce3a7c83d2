import * as v from "valibot";
import { issueMessage } from "../../../src/changes/read/issue-message.ts";
import type { Origin, Refusal } from "../file/piece.ts";
import { isTerm } from "./popolo-bounds.ts";
import type { PopoloEntry } from "./popolo-file.ts";
import { PopoloIds } from "./popolo-ids.ts";
import * as shape from "./popolo-shape.ts";

/** A person or an organization, and where it stands. */
export interface PopoloParty {
  agent: shape.PopoloAgent;
  type: "PERSON" | "ORGANIZATION";
  scheme: string;
  origin: Origin;
}

export interface FoundMembership {
  membership: shape.PopoloMembership;
  scheme: string;
  origin: Origin;
}

/** The entries of Popolo files, each read alone, and how they refer to each other. */
export class PopoloData {
  readonly refusals: Refusal[] = [];
  readonly parties: PopoloParty[] = [];
  readonly memberships: FoundMembership[] = [];
  /** The first file of each scheme that says something of its own: posts and terms do not. */
  readonly files = new Map<string, string>();
  readonly persons = new PopoloIds<shape.PopoloAgent>("person");
  readonly organizations = new PopoloIds<shape.PopoloAgent>("organization");
  readonly posts = new PopoloIds<shape.PopoloPost>("post");
  readonly terms = new PopoloIds<shape.PopoloEvent>("term");
  readonly #memberships = new PopoloIds<shape.PopoloMembership>("membership");
  readonly #partyOf = new Map<shape.PopoloAgent, PopoloParty>();

  constructor(entries: Iterable<PopoloEntry | Refusal>) {
    for (const entry of entries) {
      if ("reason" in entry) {
        this.refusals.push(entry);
        continue;
      }
      const reason = this.#enter(entry);
      if (reason !== null) this.refusals.push({ ...entry.origin, reason });
      else if (!this.files.has(entry.scheme) && entry.list !== "posts" && entry.list !== "events")
        this.files.set(entry.scheme, entry.origin.file);
    }
  }

  partyOf(agent: shape.PopoloAgent): PopoloParty | undefined {
    return this.#partyOf.get(agent);
  }

  /** The organization that one is part of, as far as the files have it. */
  parentOf({ agent, type, scheme }: PopoloParty): PopoloParty | undefined {
    if (type !== "ORGANIZATION" || agent.parent_id === undefined) return undefined;
    const found = this.organizations.find(scheme, agent.parent_id);
    return "value" in found ? this.#partyOf.get(found.value) : undefined;
  }

  /** Takes an entry in; says why not. */
  #enter({ list, json, origin, scheme }: PopoloEntry): string | null {
    switch (list) {
      case "persons":
        return this.#enterParty(json, "PERSON", this.persons, scheme, origin);
      case "organizations":
        return this.#enterParty(json, "ORGANIZATION", this.organizations, scheme, origin);
      case "posts":
        return entered(shape.post, json, (post) => this.posts.add(scheme, post.id, post, origin));
      case "events":
        return entered(shape.event, json, (event) => !isTerm(event) || this.terms.add(scheme, event.id, event, origin));
      case "memberships":
        return entered(shape.membership, json, (membership) => {
          const added = this.#memberships.add(scheme, membership.id, membership, origin);
          if (added === "new") this.memberships.push({ membership, scheme, origin });
          return added;
        });
    }
  }

  #enterParty(
    json: unknown,
    type: PopoloParty["type"],
    ids: PopoloIds<shape.PopoloAgent>,
    scheme: string,
    origin: Origin,
  ): string | null {
    return entered(shape.agent, json, (agent) => {
      const added = ids.add(scheme, agent.id, agent, origin);
      if (added !== "new") return added;
      const party = { agent, type, scheme, origin };
      this.parties.push(party);
      this.#partyOf.set(agent, party);
      return added;
    });
  }
}

function entered<const S extends v.GenericSchema>(
  schema: S,
  json: unknown,
  enter: (value: v.InferOutput<S>) => unknown,
): string | null {
  const read = v.safeParse(schema, json, { abortEarly: true });
  if (!read.success) {
    const path = v.getDotPath(read.issues[0]);
    return `${path === null ? "" : `${path}: `}${issueMessage(read.issues[0])}`;
  }
  const added = enter(read.output);
  return typeof added === "object" && added !== null && "reason" in added ? String(added.reason) : null;
}
