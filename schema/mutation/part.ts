import type { Proposal } from "../../src/changes/submit.ts";
import type { D1Client } from "../../drizzle/client/d1-client.ts";
import { pinned } from "../../drizzle/query/time-travel.ts";
import { type Fault, faultAt } from "../../src/changes/fault.ts";
import { jsonOf, readStored, type StoredNode } from "../../src/changes/load/stored.ts";
import { changedSince } from "../../src/changes/overtaken.ts";
import type { RowKey } from "../../src/nouns/index.ts";
import type { Context } from "../context.ts";
import type { Input } from "./input-type.ts";
import { type EditOf, patched } from "./propose.ts";
import { type Part, parts } from "../../src/nouns/part/index.ts";
import { asRead } from "../assertion.ts";

/** What is to become of one part of a node, such as one of its aliases. */
export type PartChange = { add: Input } | { edit: Input } | { remove: true };

/** What is given for a part, which can be looked at without its node. */
export function partGiven(part: Part, change: PartChange): Pick<EditOf, "given"> {
  const { input: schema } = parts[part];
  const input = "add" in change ? change.add : "edit" in change ? change.edit : null;
  return schema === null || input === null ? {} : { given: { schema, input } };
}

/** Which part of a node is meant, and what is to become of it. */
export interface PartMeant {
  list: string;
  change: PartChange;
  isMeant: (part: Input) => boolean;
  /** The argument that says which, as a JSON pointer. */
  at: string;
  /** The revision in which its author saw it. */
  ifRevision: number | null | undefined;
}

/** The node with one part added, or the only one that is meant changed or taken out. */
export async function withPart(
  json: Input,
  node: StoredNode,
  meant: PartMeant,
  { d1 }: Pick<Context, "d1">,
): Promise<Proposal> {
  const { list, change, isMeant, at } = meant;
  const { noun, id } = node;
  const said = partsIn(json, list);
  const found = said.flatMap((part, index) => (isMeant(part) ? [index] : []));
  const isOne = found.every((place) => JSON.stringify(said[place]) === JSON.stringify(said[found[0]!]));
  if (!("add" in change) && (found.length === 0 || !isOne)) {
    const message =
      found.length === 0 ? `none of its ${list} is that` : `${found.length} of its ${list} are that: say which`;
    const overtaken = found.length === 0 ? await conflictOfPart(d1, node, meant) : null;
    return { drafts: [], faults: [overtaken ?? faultAt({ file: "", path: at }, message)] };
  }
  const place = "add" in change ? said.length : (found[0] ?? 0);
  const changed =
    "add" in change
      ? [...said, patched({}, change.add)]
      : said.flatMap((part, index) => {
          // What was entered twice is changed as one.
          if (!found.includes(index)) return [part];
          return "edit" in change && index === place ? [patched(part, change.edit)] : [];
        });
  return {
    drafts: [{ noun, json: { ...json, [list]: changed }, id, place: { file: "", path: "/node" } }],
    faults: [],
    places: { [`/node/${list}/${place}`]: "remove" in change ? at : "/input", [`/node/${list}`]: at, "/node": at },
  };
}

/** That others have changed a part which was there when its author saw it; null where it was not. */
async function conflictOfPart(
  d1: D1Client,
  { noun, id }: RowKey,
  { list, isMeant, ifRevision }: PartMeant,
): Promise<Fault | null> {
  if (ifRevision == null) return null;
  const { nodes } = await readStored(pinned(d1, ifRevision), [{ noun, id }]);
  const wasThere = nodes.some((seen) => partsIn(jsonOf(seen), list).some(isMeant));
  return wasThere ? changedSince(d1, ifRevision, [{ row: { noun, id }, names: new Set([list]) }]) : null;
}

function partsIn(json: Input, list: string): Input[] {
  return asRead<Input[]>(json[list] ?? []);
}
