import type { Proposal } from "../../src/changes/submit.ts";
import { keptText } from "../../src/domain/text/kept-text.ts";
import { builder } from "../builder.ts";
import type { Context } from "../context.ts";
import { AliasEdit, AliasInput } from "./input.ts";
import type { Input } from "./input-type.ts";
import { type PartChange, partGiven, withPart } from "./part.ts";
import { ChangePayload } from "./payload.ts";
import { proposeEdit } from "./propose.ts";
import { givenId, having, type IdArguments, idArguments } from "./seek.ts";
import { ifRevisionArgument, writeArguments, type WriteArguments, writing } from "./write.ts";

interface AddArguments extends WriteArguments, IdArguments {
  input: Input;
}

interface OneArguments extends WriteArguments, IdArguments {
  name: string;
  language?: string | null | undefined;
}

const OF = "The actor or alliance that it is another name of";
const NAME = "The alias as it is, exactly";
const LANGUAGE =
  "Its language as it is, upper and lower case alike, where the same name is there in several; any when left out";

async function proposeAlias(
  args: IdArguments & Partial<Omit<OneArguments, keyof IdArguments>>,
  change: PartChange,
  context: Context,
): Promise<Proposal> {
  const given = givenId(args);
  if ("message" in given) return { drafts: [], faults: [given] };
  const of = { ...given, ...partGiven("aliases", change) };
  const isMeant = ({ name, language }: Input) =>
    sameName(name, args.name ?? "") && (args.language == null || sameTag(language, args.language));
  const at = "add" in change ? given.path : "/name";
  const meant = { list: "aliases", change, isMeant, at, ifRevision: args.ifRevision };
  return proposeEdit(having("aliases"), of, context, (json, node) => withPart(json, node, meant, context));
}

/** What nobody sees tells no two names apart, and may be in one that was entered before it was dropped. */
function sameName(stored: unknown, asked: string): boolean {
  return typeof stored === "string" && keptText(stored) === keptText(asked);
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
      ...idArguments(t.arg, OF),
      input: t.arg({ type: AliasInput, required: true, description: "The name" }),
      ...ifRevisionArgument(t.arg),
      ...writeArguments(t.arg),
    },
    resolve: writing<AddArguments>("editor", (args, context) => proposeAlias(args, { add: args.input }, context)),
  }),
  editAlias: t.field({
    type: ChangePayload,
    description: "Changes another name of an actor or alliance. For editors",
    args: {
      ...idArguments(t.arg, OF),
      name: t.arg.string({ required: true, description: NAME }),
      language: t.arg.string({ description: LANGUAGE }),
      input: t.arg({ type: AliasEdit, required: true, description: "What is to change of it" }),
      ...ifRevisionArgument(t.arg),
      ...writeArguments(t.arg),
    },
    resolve: writing<OneArguments & AddArguments>("editor", (args, context) =>
      proposeAlias(args, { edit: args.input }, context),
    ),
  }),
  removeAlias: t.field({
    type: ChangePayload,
    description: "Takes another name of an actor or alliance away. For editors",
    args: {
      ...idArguments(t.arg, OF),
      name: t.arg.string({ required: true, description: NAME }),
      language: t.arg.string({ description: LANGUAGE }),
      ...ifRevisionArgument(t.arg),
      ...writeArguments(t.arg),
    },
    resolve: writing<OneArguments>("editor", (args, context) => proposeAlias(args, { remove: true }, context)),
  }),
}));
