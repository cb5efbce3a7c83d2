import * as v from "valibot";
import type { RedirectValue } from "./entry.ts";
import { type Fault, faultAt, type Place, within } from "./fault.ts";
import { membershipInput, statusInput } from "./input/alliance.ts";
import { changesetInput } from "./input/changeset.ts";
import { issueMessage } from "./issue-message.ts";
import type { Noun } from "./noun.ts";

/** A change set as it comes: any JSON, under the name by which faults refer to it. */
export interface ChangesetDocument {
  file: string;
  json: unknown;
  /** Where it lies in what holds it: a JSON pointer. */
  path?: string;
}

/** One thing that a change set says, before it is read. */
export interface Draft {
  noun: Noun;
  json: unknown;
  place: Place;
  /** The row that it is about, where that is known. */
  id?: number;
  /** That there may be no row of the name yet. */
  isNew?: boolean;
  /** Of the heir of a merge: all that lead to it. */
  redirects?: RedirectValue[];
}

export interface Drafts {
  drafts: Draft[];
  faults: Fault[];
}

/** The lists of a change set, and what each entry is. */
const lists = {
  actors: "actors",
  articles: "articles",
  offices: "offices",
  alliances: "alliances",
  statuses: "allianceStatuses",
  memberships: "memberships",
  events: "events",
  statements: "statements",
} as const satisfies Readonly<Record<string, Noun>>;

const listOfAny = v.optional(v.array(v.unknown()), []);

const envelope = v.pipe(
  v.unknown(),
  // To Valibot a list is an object too.
  v.check((json) => !Array.isArray(json), "must be an object, not a list"),
  v.strictObject({
    $schema: changesetInput.entries.$schema,
    ...v.entriesFromList(Object.keys(lists) as (keyof typeof lists)[], listOfAny),
  }),
);

const allianceEnvelope = v.looseObject({ statuses: listOfAny, memberships: listOfAny });

/** What the documents say, one by one; an alliance, its statuses and its memberships are each one thing. */
export function draftsIn(documents: readonly ChangesetDocument[]): Drafts {
  const drafts: Draft[] = [];
  const faults: Fault[] = [];
  for (const { file, json, path = "" } of documents) {
    const root = { file, path };
    note(envelope, json, root);
    for (const [list, noun] of Object.entries(lists)) {
      listIn(json, list).forEach((item, index) => {
        const place = within(root, list, index);
        if (noun === "alliances") addAlliance(item, place);
        else drafts.push({ noun, json: item, place });
      });
    }
  }
  return { drafts, faults };

  function addAlliance(json: unknown, place: Place): void {
    if (typeof json !== "object" || json === null || Array.isArray(json)) {
      drafts.push({ noun: "alliances", json, place });
      return;
    }
    note(allianceEnvelope, json, place);
    const { statuses: _, memberships: __, ...itself } = json as Record<string, unknown>;
    drafts.push({ noun: "alliances", json: itself, place });
    const { slug } = itself;
    addFacts("allianceStatuses", "statuses", statusInput, json, slug, place);
    addFacts("memberships", "memberships", membershipInput, json, slug, place);
  }

  /** A fact inside an alliance that has no slug to name it by is read for its faults only. */
  function addFacts(
    noun: Noun,
    list: string,
    input: v.GenericSchema,
    json: unknown,
    alliance: unknown,
    place: Place,
  ): void {
    listIn(json, list).forEach((fact, index) => {
      const factAt = within(place, list, index);
      if (typeof alliance !== "string" || typeof fact !== "object" || fact === null || "alliance" in fact) {
        note(input, fact, factAt);
      } else drafts.push({ noun, json: { ...fact, alliance }, place: factAt });
    });
  }

  function note(schema: v.GenericSchema, json: unknown, place: Place): void {
    faults.push(...issuesOf(schema, json, place));
  }
}

/** What is wrong with a JSON value. */
export function issuesOf(schema: v.GenericSchema, json: unknown, place: Place): Fault[] {
  const result = v.safeParse(schema, json);
  if (result.success) return [];
  return result.issues.map((issue) => {
    const steps = (issue.path ?? []).map(({ key }) => key as string | number);
    return faultAt(within(place, ...steps), issueMessage(issue));
  });
}

function listIn(json: unknown, field: string): readonly unknown[] {
  const list: unknown = typeof json === "object" && json !== null ? Reflect.get(json, field) : undefined;
  return Array.isArray(list) ? list : [];
}
