import * as v from "valibot";
import type { RedirectValue } from "./entry.ts";
import { type Fault, faultAt, type Place, within } from "../fault.ts";
import { $schema } from "../../nouns/changeset.ts";
import { issueMessage } from "./issue-message.ts";
import { type Noun, nounNames, nouns } from "../../nouns/index.ts";
import { nestedIn } from "../../nouns/structure.ts";

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

type Nested = ReturnType<typeof nestedIn>[number];

const listOfAny = v.optional(v.array(v.unknown()), []);

/** A change set by its lists, whatever these hold. */
const envelope = v.lazy(() =>
  v.pipe(
    v.unknown(),
    // To Valibot a list is an object too.
    v.check((json) => !Array.isArray(json), "must be an object, not a list"),
    v.strictObject({
      $schema,
      ...v.entriesFromList(
        nounNames.map((noun) => nouns[noun].list),
        listOfAny,
      ),
    }),
  ),
);

/** What the documents say, one by one; what is nested in an entry, as the statuses of an alliance, is one thing each. */
export function draftsIn(documents: readonly ChangesetDocument[]): Drafts {
  const drafts: Draft[] = [];
  const faults: Fault[] = [];
  for (const { file, json, path = "" } of documents) {
    const root = { file, path };
    note(envelope, json, root);
    for (const noun of nounNames) {
      const { list } = nouns[noun];
      listIn(json, list).forEach((item, index) => add(noun, item, within(root, list, index)));
    }
  }
  return { drafts, faults };

  function add(noun: Noun, json: unknown, place: Place): void {
    const facts = nestedIn(noun);
    if (facts.length === 0 || typeof json !== "object" || json === null || Array.isArray(json)) {
      drafts.push({ noun, json, place });
      return;
    }
    const lists = facts.map((fact) => nouns[fact.noun].list);
    note(v.looseObject(v.entriesFromList(lists, listOfAny)), json, place);
    const itself = Object.entries(json).filter(([field]) => !lists.some((list) => list === field));
    drafts.push({ noun, json: Object.fromEntries(itself), place });
    const owner: unknown = Reflect.get(json, nouns[noun].name);
    for (const fact of facts) addFacts(fact, json, owner, place);
  }

  /** A fact inside of what has no slug to name it by is read for its faults only. */
  function addFacts({ noun, field, nested }: Nested, json: unknown, owner: unknown, place: Place): void {
    const { list } = nouns[noun];
    listIn(json, list).forEach((fact, index) => {
      const factAt = within(place, list, index);
      if (typeof owner !== "string" || typeof fact !== "object" || fact === null || field.name in fact) {
        note(nested.input, fact, factAt);
      } else drafts.push({ noun, json: { ...fact, [field.name]: owner }, place: factAt });
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
