import * as v from "valibot";
import { type Entries, type Entry, noEntries, type Values } from "./entry.ts";
import { type Fault, faultAt, type Place, within } from "./fault.ts";
import { actorInput } from "./input/actor.ts";
import { allianceInput, membershipInput, statusInput } from "./input/alliance.ts";
import { articleInput } from "./input/article.ts";
import { changesetInput } from "./input/changeset.ts";
import { eventInput } from "./input/event.ts";
import { officeInput } from "./input/office.ts";
import { statementInput } from "./input/statement.ts";
import { issueMessage } from "./issue-message.ts";
import { type Noun, nounNames, nouns } from "./noun.ts";

/** A change set as it comes: any JSON, under the name by which faults refer to it. */
export interface ChangesetDocument {
  file: string;
  json: unknown;
}

export interface Reading {
  entries: Entries;
  /** The names of all entries, faulty ones too, so that a reference to one is no second fault. */
  declared: Record<Noun, Set<string>>;
  faults: Fault[];
}

const envelope = v.pipe(
  v.unknown(),
  // To Valibot a list is an object too.
  v.check((json) => !Array.isArray(json), "must be an object, not a list"),
  v.strictObject({
    $schema: changesetInput.entries.$schema,
    ...v.entriesFromList(
      ["actors", "articles", "offices", "alliances", "events", "statements"],
      v.optional(v.array(v.unknown()), []),
    ),
  }),
);

/** Reads the documents' entries one by one, so that a faulty one hides no faults of the others. */
export function readDocuments(documents: readonly ChangesetDocument[]): Reading {
  const entries = noEntries();
  const declared = Object.fromEntries(nounNames.map((noun) => [noun, new Set<string>()])) as Reading["declared"];
  const faults: Fault[] = [];

  for (const { file, json } of documents) {
    const root = { file, path: "" };
    const lists = read(envelope, json, root) ?? json;
    readList(lists, "actors", actorInput, root);
    readList(lists, "articles", articleInput, root);
    readList(lists, "offices", officeInput, root);
    readList(lists, "alliances", allianceInput, root);
    readList(lists, "events", eventInput, root);
    readList(lists, "statements", statementInput, root);
  }
  for (const noun of nounNames) for (const { name } of entries[noun]) declared[noun].add(name);
  return { entries, declared, faults };

  function read<Output>(schema: v.GenericSchema<unknown, Output>, json: unknown, place: Place): Output | null {
    const result = v.safeParse(schema, json);
    if (result.success) return result.output;
    for (const issue of result.issues) {
      const steps = (issue.path ?? []).map(({ key }) => key as string | number);
      faults.push(faultAt(within(place, ...steps), issueMessage(issue)));
    }
    return null;
  }

  function readList<N extends TopNoun>(
    lists: unknown,
    noun: N,
    schema: v.GenericSchema<unknown, Values[N]>,
    root: Place,
  ): void {
    listIn(lists, noun).forEach((json, index) => {
      const place = within(root, noun, index);
      const value = read(schema, json, place);
      const name = textIn(value ?? json, nouns[noun].name);
      if (name === null) return;
      declared[noun].add(name);
      if (noun === "alliances") addAlliance(entries, name, value ?? json, place);
      else if (value !== null) (entries[noun] as Entry<TopNoun>[]).push({ name, value, place });
    });
  }
}

type TopNoun = Exclude<Noun, "allianceStatuses" | "memberships">;

/** An alliance, its statuses and its memberships, as far as each is right in itself. */
function addAlliance(entries: Entries, alliance: string, json: unknown, allianceAt: Place): void {
  const itself = v.safeParse(allianceInput, { ...Object(json), statuses: [], memberships: [] });
  if (itself.success) entries.alliances.push({ name: alliance, value: itself.output, place: allianceAt });
  listIn(json, "statuses").forEach((status, index) => {
    const { success, output } = v.safeParse(statusInput, status);
    if (!success) return;
    const name = output.key ?? `${alliance}/${output.code.toLowerCase()}`;
    const place = within(allianceAt, "statuses", index);
    entries.allianceStatuses.push({ name, value: { ...output, alliance }, place });
  });
  listIn(json, "memberships").forEach((membership, index) => {
    const { success, output } = v.safeParse(membershipInput, membership);
    if (!success) return;
    const name = output.key ?? `${alliance}/${output.actor}/${output.role.toLowerCase()}`;
    const place = within(allianceAt, "memberships", index);
    entries.memberships.push({ name, value: { ...output, alliance }, place });
  });
}

function listIn(json: unknown, field: string): readonly unknown[] {
  const list = fieldOf(json, field);
  return Array.isArray(list) ? list : [];
}

function textIn(json: unknown, field: string): string | null {
  const text = fieldOf(json, field);
  return typeof text === "string" ? text : null;
}

function fieldOf(json: unknown, field: string): unknown {
  return typeof json === "object" && json !== null ? Reflect.get(json, field) : undefined;
}
