import { type Fault, faultAt, within } from "../../src/changes/fault.ts";
import { freeKey } from "../../src/changes/read/free-key.ts";
import { type Noun, nouns } from "../../src/nouns/index.ts";
import { nameOf } from "../../src/changes/read/reading.ts";
import { resolveReferences } from "../../src/changes/read/resolve-references.ts";
import { jsonOf, type StoredNode } from "../../src/changes/load/stored.ts";
import type { Proposal } from "../../src/changes/submit.ts";
import type { Context } from "../context.ts";
import type { Input } from "./input-type.ts";
import { rowOfId } from "./row-id.ts";
import { type GivenId, isFault, seek } from "./seek.ts";
import { issuesOf } from "../../src/changes/read/draft.ts";
import type { ObjectSchema } from "../../src/nouns/description.ts";
import { asRead } from "../assertion.ts";

const place = { file: "", path: "/input" };

/** Nothing but a fault. */
export function refusal(path: string, message: string): Proposal {
  return { drafts: [], faults: [faultAt({ file: "", path }, message)] };
}

/** A new row of a noun; a fact that is given no key gets one. */
export async function proposeNew(noun: Noun, input: Input, { d1 }: Context): Promise<Proposal> {
  const { drafts, faults } = await resolveReferences(d1, [{ noun, json: withoutNulls(input), place }], rowOfId);
  const given = asRead<Input>(drafts[0]!.json);
  const isKeyed = nouns[noun].name === "key" && given["key"] === undefined;
  const key = isKeyed && faults.length === 0 ? await freeKey(d1, noun, given) : null;
  const json = key === null ? given : { ...given, key };
  const name = nameOf(noun, json);
  // What is wrong with ids is told of the draft as it was given.
  const draft = faults.length === 0 ? json : withoutNulls(input);
  return {
    drafts: [{ noun, json: draft, place, isNew: true }],
    faults: [],
    ...(name === null ? {} : { about: { noun, name } }),
  };
}

/** A change of what is there, found by an id, slug or key at a place of the arguments. */
export async function proposeEdit(
  among: readonly Noun[],
  { reference, path, given }: EditOf,
  context: Context,
  edit: (json: Input, node: StoredNode) => Input | Proposal | Promise<Proposal>,
): Promise<Proposal> {
  const node = await seek(among, { reference, path }, context);
  // What is wrong with what is given is told beside it.
  if (isFault(node)) return { drafts: [], faults: [node, ...(given === undefined ? [] : givenFaults(given))] };
  const edited = await edit(jsonOf(node), node);
  if (isProposal(edited)) return { base: node.revision, about: node, ...edited };
  return {
    drafts: [{ noun: node.noun, json: edited, place, id: node.id }],
    faults: [],
    base: node.revision,
    about: node,
  };
}

/** What is edited, and where it is named; and what is given for it, where that can be looked at without it. */
export interface EditOf extends GivenId {
  given?: { schema: ObjectSchema; input: Input };
}

/** What is wrong with the fields that are given, each for itself. */
function givenFaults({ schema, input }: NonNullable<EditOf["given"]>): Fault[] {
  return Object.entries(input).flatMap(([field, value]) => {
    const own = schema.entries[field];
    return own === undefined || value == null ? [] : issuesOf(own, withoutNulls(value), within(place, field));
  });
}

function isProposal(edited: Input | Proposal): edited is Proposal {
  return Array.isArray(edited["drafts"]) && Array.isArray(edited["faults"]);
}

/** A fact that ends: that it was found still so on a day is told by its end from now on. */
export function ended(json: Input, to: unknown): Input {
  const { attestedOn: _, ...fact } = json;
  return { ...fact, to };
}

/** The fields that are left out stay, and those that are null go; to a fact that is given an end happens what `ended` says. */
export function patched(json: Input, input: Input): Input {
  const kept = { ...(input["to"] == null ? json : ended(json, input["to"])), ...input };
  return asRead<Input>(
    withoutNulls(Object.fromEntries(Object.entries(kept).filter(([, value]) => value !== undefined))),
  );
}

/** What change sets leave out, GraphQL may also have as null. */
export function withoutNulls(json: unknown): unknown {
  if (Array.isArray(json)) return json.map(withoutNulls);
  if (typeof json !== "object" || json === null) return json;
  return Object.fromEntries(
    Object.entries(json)
      .filter(([, value]) => value !== null && value !== undefined)
      .map(([name, value]) => [name, withoutNulls(value)]),
  );
}
