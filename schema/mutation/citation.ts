import { findRow } from "../../src/changes/load/find-row.ts";
import type { StoredNode } from "../../src/changes/load/stored.ts";
import type { Proposal } from "../../src/changes/submit.ts";
import { builder } from "../builder.ts";
import type { Context } from "../context.ts";
import { CitationEdit, CitationInput } from "./input.ts";
import type { Input } from "./input-type.ts";
import { type PartChange, withPart } from "./part.ts";
import { ChangePayload } from "./payload.ts";
import { missing, proposeEdit, refusal } from "./propose.ts";
import { rowOfId } from "./row-id.ts";
import { readStored } from "../../src/changes/load/stored.ts";
import { ifRevisionArgument, writeArguments, type WriteArguments, writing } from "./write.ts";

interface AddArguments extends WriteArguments {
  of: string;
  input: Input;
}

interface OneArguments extends WriteArguments {
  of: string;
  article: string;
  exact?: string | null | undefined;
}

const OF = "The id of the membership, status, office, event or statement that it bears out";
const ARTICLE = "The article of the citation as it is, by id or slug";
const EXACT = "Its exact words as they are, where several are of the article; any when left out";

async function proposeCitation(args: OneArguments, change: PartChange, context: Context): Promise<Proposal> {
  const { d1 } = context;
  const row = await findRow(d1, args.article, rowOfId, "articles");
  const article = row === null ? undefined : (await readStored(d1, [row])).nodes[0];
  if (article === undefined) return refusal("/article", missing("articles", args.article));
  const isMeant = (part: Input) =>
    part["article"] === article.name && (args.exact == null || part["exact"] === args.exact);
  return proposeEdit(
    null,
    args.of,
    context,
    (json, node) => withCitation(json, node, change, isMeant, "/article"),
    "of",
  );
}

function withCitation(
  json: Input,
  node: StoredNode,
  change: PartChange,
  isMeant?: (part: Input) => boolean,
  at?: string,
): Proposal {
  if (!("citations" in node.parts)) {
    return refusal("/of", `${node.name} has no citations: a membership, status, office, event or statement has`);
  }
  return withPart(json, node, "citations", change, isMeant, at);
}

builder.mutationFields((t) => ({
  addCitation: t.field({
    type: ChangePayload,
    description: "Cites one more place that bears a fact out. For editors",
    args: {
      of: t.arg.id({ required: true, description: OF }),
      input: t.arg({ type: CitationInput, required: true, description: "The place" }),
      ...ifRevisionArgument(t.arg),
      ...writeArguments(t.arg),
    },
    resolve: writing<AddArguments>("editor", ({ of, input }, context) =>
      proposeEdit(null, of, context, (json, node) => withCitation(json, node, { add: input }), "of"),
    ),
  }),
  editCitation: t.field({
    type: ChangePayload,
    description: "Changes a citation of a fact. For editors",
    args: {
      of: t.arg.id({ required: true, description: OF }),
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
      of: t.arg.id({ required: true, description: OF }),
      article: t.arg.id({ required: true, description: ARTICLE }),
      exact: t.arg.string({ description: EXACT }),
      ...ifRevisionArgument(t.arg),
      ...writeArguments(t.arg),
    },
    resolve: writing<OneArguments>("editor", (args, context) => proposeCitation(args, { remove: true }, context)),
  }),
}));
