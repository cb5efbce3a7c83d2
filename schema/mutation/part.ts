import type { Proposal } from "../../src/changes/submit.ts";
import type { StoredNode } from "../../src/changes/load/stored.ts";
import { faultAt } from "../../src/changes/fault.ts";
import type { Input } from "./input-type.ts";
import { patched } from "./propose.ts";
import { asRead } from "../assertion.ts";

/** What is to become of one part of a node, such as one of its aliases. */
export type PartChange = { add: Input } | { edit: Input } | { remove: true };

/** The node with one part added, or the only one that is meant changed or taken out. */
export function withPart(
  json: Input,
  { noun, id }: StoredNode,
  list: string,
  change: PartChange,
  isMeant: (part: Input) => boolean = () => false,
  at = "/of",
): Proposal {
  const parts = asRead<Input[]>(json[list] ?? []);
  const found = parts.flatMap((part, index) => (isMeant(part) ? [index] : []));
  if (!("add" in change) && found.length !== 1) {
    const message =
      found.length === 0 ? `none of its ${list} is that` : `${found.length} of its ${list} are that: say which`;
    return { drafts: [], faults: [faultAt({ file: "", path: at }, message)] };
  }
  const place = "add" in change ? parts.length : (found[0] ?? 0);
  const changed =
    "add" in change
      ? [...parts, patched({}, change.add)]
      : parts.flatMap((part, index) => {
          if (index !== place) return [part];
          return "edit" in change ? [patched(part, change.edit)] : [];
        });
  return {
    drafts: [{ noun, json: { ...json, [list]: changed }, id, place: { file: "", path: "/node" } }],
    faults: [],
    places: { [`/node/${list}/${place}`]: "remove" in change ? at : "/input", [`/node/${list}`]: at, "/node": at },
  };
}
