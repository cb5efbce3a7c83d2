import type { StoredNode } from "../../src/changes/load/stored.ts";
import { withoutIgnorable } from "../../src/domain/text/ignorable.ts";
import { builder } from "../builder.ts";
import { AliasEdit, AliasInput } from "./input.ts";
import type { Input } from "./input-type.ts";
import { type PartChange, withPart } from "./part.ts";
import { ChangePayload } from "./payload.ts";
import { proposeEdit, refusal } from "./propose.ts";
import { ifRevisionArgument, writeArguments, type WriteArguments, writing } from "./write.ts";

interface AddArguments extends WriteArguments {
  of: string;
  input: Input;
}

interface OneArguments extends WriteArguments {
  of: string;
  name: string;
  language?: string | null | undefined;
}

const OF = "The id of the actor or alliance that it is another name of";
const NAME = "The alias as it is, exactly";
const LANGUAGE =
  "Its language as it is, upper and lower case alike, where the same name is there in several; any when left out";

function withAlias(json: Input, node: StoredNode, change: PartChange, args?: OneArguments) {
  if (node.noun !== "actors" && node.noun !== "alliances") {
    return refusal("/of", `${node.name} has no aliases: an actor or alliance has`);
  }
  const isMeant = ({ name, language }: Input) =>
    args !== undefined && sameName(name, args.name) && (args.language == null || sameTag(language, args.language));
  return withPart(json, node, "aliases", change, isMeant, args === undefined ? "/of" : "/name");
}

/** What nobody sees tells no two names apart, and may be in one that was entered before it was dropped. */
function sameName(stored: unknown, asked: string): boolean {
  return typeof stored === "string" && withoutIgnorable(stored) === withoutIgnorable(asked);
}

/** Case tells no two language tags apart: RFC 5646, section 2.1.1. */
function sameTag(stored: unknown, asked: string): boolean {
  return typeof stored === "string" && stored.toLowerCase() === asked.toLowerCase();
}

builder.mutationFields((t) => ({
  addAlias: t.field({
    type: ChangePayload,
    description: "Gives an actor or alliance another name. For editors",
    args: {
      of: t.arg.id({ required: true, description: OF }),
      input: t.arg({ type: AliasInput, required: true, description: "The name" }),
      ...ifRevisionArgument(t.arg),
      ...writeArguments(t.arg),
    },
    resolve: writing<AddArguments>("editor", ({ of, input }, context) =>
      proposeEdit(null, of, context, (json, node) => withAlias(json, node, { add: input }), "of"),
    ),
  }),
  editAlias: t.field({
    type: ChangePayload,
    description: "Changes another name of an actor or alliance. For editors",
    args: {
      of: t.arg.id({ required: true, description: OF }),
      name: t.arg.string({ required: true, description: NAME }),
      language: t.arg.string({ description: LANGUAGE }),
      input: t.arg({ type: AliasEdit, required: true, description: "What is to change of it" }),
      ...ifRevisionArgument(t.arg),
      ...writeArguments(t.arg),
    },
    resolve: writing<OneArguments & AddArguments>("editor", (args, context) =>
      proposeEdit(null, args.of, context, (json, node) => withAlias(json, node, { edit: args.input }, args), "of"),
    ),
  }),
  removeAlias: t.field({
    type: ChangePayload,
    description: "Takes another name of an actor or alliance away. For editors",
    args: {
      of: t.arg.id({ required: true, description: OF }),
      name: t.arg.string({ required: true, description: NAME }),
      language: t.arg.string({ description: LANGUAGE }),
      ...ifRevisionArgument(t.arg),
      ...writeArguments(t.arg),
    },
    resolve: writing<OneArguments>("editor", (args, context) =>
      proposeEdit(null, args.of, context, (json, node) => withAlias(json, node, { remove: true }, args), "of"),
    ),
  }),
}));
