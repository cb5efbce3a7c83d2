import type { Proposal } from "../../src/changes/submit.ts";
import type { StoredNode } from "../../src/changes/load/stored.ts";
import { faultAt } from "../../src/changes/fault.ts";
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

/** The node with one part added, or the only one that is meant changed or taken out. */
export function withPart(
  json: Input,
  { noun, id }: StoredNode,
  list: string,
  change: PartChange,
  isMeant: (part: Input) => boolean,
  at: string,
): Proposal {
  const said = asRead<Input[]>(json[list] ?? []);
  const found = said.flatMap((part, index) => (isMeant(part) ? [index] : []));
  const isOne = found.every((place) => JSON.stringify(said[place]) === JSON.stringify(said[found[0]!]));
  if (!("add" in change) && (found.length === 0 || !isOne)) {
    const message =
      found.length === 0 ? `none of its ${list} is that` : `${found.length} of its ${list} are that: say which`;
    return { drafts: [], faults: [faultAt({ file: "", path: at }, message)] };
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
