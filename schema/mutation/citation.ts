import type { Proposal } from "../../src/changes/submit.ts";
import { builder } from "../builder.ts";
import type { Context } from "../context.ts";
import { CitationEdit, CitationInput } from "./input.ts";
import type { Input } from "./input-type.ts";
import { type PartChange, partGiven, withPart } from "./part.ts";
import { ChangePayload } from "./payload.ts";
import { proposeEdit } from "./propose.ts";
import { givenId, having, type IdArguments, idArguments, isFault, seek } from "./seek.ts";
import { ifRevisionArgument, writeArguments, type WriteArguments, writing } from "./write.ts";

interface AddArguments extends WriteArguments, IdArguments {
  input: Input;
}

interface OneArguments extends WriteArguments, IdArguments {
  article: string;
  exact?: string | null | undefined;
}

const OF = "The membership, status, office, event or statement that it bears out";
const ARTICLE = "The article of the citation as it is, by id or slug";
const EXACT = "Its exact words as they are, where several are of the article; any when left out";

async function proposeCitation(
  args: IdArguments & Partial<Omit<OneArguments, keyof IdArguments>>,
  change: PartChange,
  context: Context,
): Promise<Proposal> {
  const given = givenId(args);
  const cited =
    args.article === undefined
      ? null
      : await seek(["articles"], { reference: args.article, path: "/article" }, context);
  const faults = [...("message" in given ? [given] : []), ...(cited !== null && isFault(cited) ? [cited] : [])];
  if ("message" in given) return { drafts: [], faults };
  const article = cited === null || isFault(cited) ? null : cited.name;
  const isMeant = (part: Input) => part["article"] === article && (args.exact == null || part["exact"] === args.exact);
  const at = "add" in change ? given.path : "/article";
  const meant = { list: "citations", change, isMeant, at, ifRevision: args.ifRevision };
  const of = { ...given, ...partGiven("citations", change) };
  const proposal = await proposeEdit(having("citations"), of, context, (json, node) =>
    faults.length > 0 ? { drafts: [], faults: [] } : withPart(json, node, meant, context),
  );
  return { ...proposal, faults: [...proposal.faults, ...faults] };
}

builder.mutationFields((t) => ({
  addCitation: t.field({
    type: ChangePayload,
    description: "Cites one more place that bears a fact out. For editors",
    args: {
      ...idArguments(t.arg, OF),
      input: t.arg({ type: CitationInput, required: true, description: "The place" }),
      ...ifRevisionArgument(t.arg),
      ...writeArguments(t.arg),
    },
    resolve: writing<AddArguments>("editor", (args, context) => proposeCitation(args, { add: args.input }, context)),
  }),
  editCitation: t.field({
    type: ChangePayload,
    description: "Changes a citation of a fact. For editors",
    args: {
      ...idArguments(t.arg, OF),
      article: t.arg.id({ required: true, description: ARTICLE }),
      exact: t.arg.string({ description: EXACT }),
      input: t.arg({ type: CitationEdit, required: true, description: "What is to change of it" }),
      ...ifRevisionArgument(t.arg),
      ...writeArguments(t.arg),
    },
    resolve: writing<OneArguments & AddArguments>("editor", (args, context) =>
      proposeCitation(args, { edit: args.input }, context),
    ),
  }),
  removeCitation: t.field({
    type: ChangePayload,
    description: "Takes a citation of a fact away, which must have another. For editors",
    args: {
      ...idArguments(t.arg, OF),
      article: t.arg.id({ required: true, description: ARTICLE }),
      exact: t.arg.string({ description: EXACT }),
      ...ifRevisionArgument(t.arg),
      ...writeArguments(t.arg),
    },
    resolve: writing<OneArguments>("editor", (args, context) => proposeCitation(args, { remove: true }, context)),
  }),
}));
