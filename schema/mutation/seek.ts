import { type Fault, faultAt } from "../../src/changes/fault.ts";
import { findRows } from "../../src/changes/load/find-row.ts";
import { readStored, type StoredNode } from "../../src/changes/load/stored.ts";
import type { Part } from "../../src/nouns/part/index.ts";
import { type Noun, nounNames, nouns } from "../../src/nouns/index.ts";
import { fieldsOf, partsOf } from "../../src/nouns/structure.ts";
import { aWord } from "../../src/nouns/word.ts";
import type { ArgumentBuilder } from "../builder.ts";
import type { Context } from "../context.ts";
import { idsOfRows, rowOfId } from "./row-id.ts";

/** A node that is loaded, and the revision of which that is. */
export type Sought = StoredNode & { revision: number };

export function isFault(found: Sought | Fault): found is Fault {
  return "message" in found;
}

/** The nouns that have a part, such as aliases. */
export function having(part: Part): Noun[] {
  return nounNames.filter((noun) => partsOf(noun).some((own) => own.part === part));
}

/** The nouns that have a field, such as a rank. */
export function havingField(field: string): Noun[] {
  return nounNames.filter((noun) => fieldsOf(nouns[noun]).some(({ name }) => name === field));
}

/** An id, a slug or a key, and the argument that has it, as a JSON pointer. */
export interface GivenId {
  reference: string;
  path: string;
}

/** What an argument leads to by an id, a slug or a key; or why it leads to nothing, or not to one. */
export async function seek(among: readonly Noun[], given: GivenId, context: Context): Promise<Sought | Fault> {
  const [found] = await seekAll(among, [given], context);
  return found!;
}

/** What each of many leads to, by as many statements as one takes. */
export async function seekAll(
  among: readonly Noun[],
  given: readonly GivenId[],
  context: Context,
): Promise<(Sought | Fault)[]> {
  const references = given.map(({ reference }) => reference);
  const rows = await findRows(context.d1, references, rowOfId, among);
  const { revision, nodes } = await readStored(
    context.d1,
    rows.flatMap((own) => (own.length === 1 ? own : [])),
  );
  const byKey = new Map(nodes.map((node) => [`${node.noun} ${node.id}`, node]));
  const several = rows.flatMap((own) => (own.length > 1 ? own : []));
  const ids = await idsOfRows(several, context);
  return given.map(({ reference, path }, index): Sought | Fault => {
    const place = { file: "", path };
    const own = rows[index]!;
    if (own.length > 1) {
      const meant = own.map((row) => ({ ...row, nodeId: ids[several.indexOf(row)]! }));
      return faultAt(place, ambiguous(reference, meant));
    }
    const node = byKey.get(own.map(({ noun, id }) => `${noun} ${id}`).join());
    if (node !== undefined) return { ...node, revision };
    return { ...faultAt(place, missing(among, reference)), sought: { nouns: among, reference } };
  });
}

export function missing(among: readonly Noun[], reference: string): string {
  const [noun] = among;
  const key = rowOfId(reference);
  const told = key === null || among.includes(key.noun) ? "" : `: that is the id of ${aWord(key.noun)}`;
  return noun !== undefined && among.length === 1
    ? `no ${nouns[noun].word} has the id or ${nouns[noun].name} ${reference}${told}`
    : `nothing has the id, slug or key ${reference}: ${among.map(aWord).join(" or ")} is wanted${told.replace(":", ", and")}`;
}

function ambiguous(reference: string, rows: readonly { noun: Noun; nodeId: string }[]): string {
  const all = rows.map(({ noun, nodeId }) => `${aWord(noun)} (${nodeId})`);
  return `${reference} is ${all.join(" and ")}: give the id of the one that you mean`;
}

/** The node's argument, and the name that it had before 0.4.0. */
export interface IdArguments {
  id?: string | null | undefined;
  of?: string | null | undefined;
}

export function idArguments(arg: ArgumentBuilder, description: string) {
  return {
    id: arg.id({ description: `${description}, by id, slug or key; required, unless \`of\` is given` }),
    of: arg.id({ description: "What `id` was called before", deprecationReason: "Give `id`: it is the same" }),
  };
}

/** Which of the two was given, and what; a fault where it was none or both. */
export function givenId({ id, of }: IdArguments): GivenId | Fault {
  if (id != null && of != null)
    return faultAt({ file: "", path: "/of" }, "is what id was called before: give id alone");
  const reference = id ?? of;
  if (reference == null) return faultAt({ file: "", path: "/id" }, "is missing: give an id, slug or key");
  return { path: id == null ? "/of" : "/id", reference };
}
