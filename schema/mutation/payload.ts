import { eq, sql } from "drizzle-orm";
import type { ChangeKey } from "../../drizzle/history/field-change.ts";
import type { RowKey } from "../../src/nouns/index.ts";
import { nounOf } from "../../src/nouns/structure.ts";
import type { Preview } from "../../src/changes/diff/preview.ts";
import { builder } from "../builder.ts";
import { Change, ChangeAction, FieldChange } from "../revision/change.ts";
import { atMost, atMostInAll } from "../list-bound.ts";
import { Node } from "../node/node.ts";
import { rowClient } from "../read/row-client.ts";
import { readNodes } from "../node/node-query.ts";
import { Revision } from "../revision/revision.ts";
import { idsOfRows } from "./row-id.ts";
import { asRead } from "../assertion.ts";

export interface WriteError {
  code: "BAD_USER_INPUT" | "CONFLICT";
  message: string;
  path: string[];
  nodes: readonly RowKey[];
  changes: readonly ChangeKey[];
}

/** What a mutation came to. */
export interface Written {
  revision: number | null;
  node: RowKey | null;
  previews: readonly Preview[];
  errors: readonly WriteError[];
}

const MOST_ERRORS = 100;
/** Of a payload, and of its errors together. */
const MOST_NODES = 100;
/** Only one error of a payload has any. */
const MOST_CHANGES = 50;
const MOST_PREVIEWS = 500;
const MOST_PREVIEWED_FIELDS = 2000;

const ErrorCode = builder.enumType("ChangeErrorCode", {
  description: "What sort of fault kept a change from being made. New values may be added",
  values: {
    BAD_USER_INPUT: { value: "BAD_USER_INPUT", description: "What was sent breaks a rule, or refers to nothing" },
    CONFLICT: {
      value: "CONFLICT",
      description: "Someone else was first: look at the newer values, and send it again if it still holds",
    },
  } as const,
});

const ChangeError = builder.objectRef<WriteError>("ChangeError").implement({
  description: "A fault that kept a change from being made",
  fields: (t) => ({
    code: t.field({ type: ErrorCode, description: "What sort of fault", resolve: ({ code }) => code }),
    message: t.exposeString("message", { description: "What is wrong, and what would be right" }),
    path: t.exposeStringList("path", {
      description:
        "Where in the arguments, from outside to inside, places in lists from 0: input, memberships, 0, to; empty where it is nowhere in them",
    }),
    nodes: t.field({
      type: [Node],
      ...atMostInAll(MOST_NODES, MOST_ERRORS),
      description: `The nodes that stand in the way, such as what refers to what was to be retracted: at most ${MOST_NODES} in all errors together; empty where none do`,
      resolve: async ({ nodes }, _args, context, info) => {
        const ids = await idsOfRows(nodes, context);
        return (await readNodes(ids, context, info)).filter((node) => node !== null);
      },
    }),
    changes: t.drizzleField({
      type: [Change],
      ...atMostInAll(MOST_CHANGES, MOST_ERRORS),
      description: `Of a conflict: the changes that stand in the way, with the newer values, the oldest first and the last ${MOST_CHANGES} at most; empty otherwise`,
      resolve: (query, { changes }, _args, context) => {
        const keys = changes.map(({ revisionNumber, noun, nodeId }) => [revisionNumber, noun, nodeId]);
        if (keys.length === 0) return [];
        const wanted = JSON.stringify(keys.slice(-MOST_CHANGES));
        return rowClient(context).query.changes.findMany(
          query({
            where: {
              RAW: (row) =>
                sql`(${row.revisionNumber}, ${row.noun}, ${row.nodeId}) in (select value ->> 0, value ->> 1, value ->> 2 from json_each(${wanted}))`,
            },
            orderBy: { revisionNumber: "asc", noun: "asc", nodeId: "asc" },
          }),
        );
      },
    }),
  }),
});

const ChangePreview = builder.objectRef<Preview>("ChangePreview").implement({
  description: "What a dry run would do to a node",
  fields: (t) => ({
    action: t.field({ type: ChangeAction, description: "What would be done", resolve: ({ action }) => action }),
    nodeId: t.id({
      nullable: true,
      description: "The id of the node; null for one that there is not yet",
      resolve: async ({ noun, id }, _args, context) =>
        id === null ? null : ((await idsOfRows([{ noun, id }], context))[0] ?? null),
    }),
    name: t.exposeString("name", { description: "Its slug or key" }),
    fields: t.field({
      type: [FieldChange],
      ...atMostInAll(MOST_PREVIEWED_FIELDS, MOST_PREVIEWS),
      description: `The fields that would be set or changed, then the parts that would be added or taken out; at most ${MOST_PREVIEWED_FIELDS} in all nodes together`,
      resolve: ({ fields }) => fields,
    }),
  }),
});

export const ChangePayload = builder.objectRef<Written>("ChangePayload").implement({
  description:
    "What a mutation came to: a revision, what a dry run would do, or the faults for which nothing was written. What it leads to is told as of its revision",
  fields: (t) => ({
    revision: t.drizzleField({
      type: Revision,
      nullable: true,
      description:
        "The revision that was made, with all that it changed; null where nothing was to be changed, of a dry run, and where there are errors",
      resolve: (query, { revision }, _args, context) =>
        revision === null
          ? null
          : asRead(
              rowClient(context).query.revisions.findFirst(
                query({ where: { RAW: (row) => eq(row.number, revision) } }),
              ),
            ),
    }),
    node: t.field({
      type: Node,
      nullable: true,
      description:
        "The node that the mutation was about: entered, changed, or the heir of a merge; null where it was retracted or not yet entered, where the mutation was about several, and where there are errors",
      resolve: async ({ node }, _args, context, info) => {
        if (node === null) return null;
        return (await readNodes(await idsOfRows([node], context), context, info))[0] ?? null;
      },
    }),
    nodes: t.field({
      type: [Node],
      ...atMost(MOST_NODES),
      description: `The nodes that the revision entered or changed, at most ${MOST_NODES}: revision { changes } pages through all; empty where there are none`,
      resolve: async ({ revision }, _args, context, info) => {
        if (revision === null) return [];
        const rows = await rowClient(context).query.changes.findMany({
          columns: { noun: true, nodeId: true },
          where: { revisionNumber: revision, action: { ne: "RETRACTED" } },
          orderBy: { noun: "asc", nodeId: "asc" },
          limit: MOST_NODES,
        });
        const ids = await idsOfRows(
          rows.map(({ noun, nodeId: id }) => ({ noun: nounOf(noun), id })),
          context,
        );
        return (await readNodes(ids, context, info)).filter((node) => node !== null);
      },
    }),
    preview: t.field({
      type: [ChangePreview],
      ...atMost(MOST_PREVIEWS),
      description: `Of a dry run: what would be done, node by node, at most ${MOST_PREVIEWS} of them; empty otherwise`,
      resolve: ({ previews }) => shortened(previews.slice(0, MOST_PREVIEWS), "fields", MOST_PREVIEWED_FIELDS),
    }),
    errors: t.field({
      type: [ChangeError],
      ...atMost(MOST_ERRORS),
      description: `Every fault there is, of more than ${MOST_ERRORS} the first; empty where there are none`,
      resolve: ({ errors }) => shortened(errors.slice(0, MOST_ERRORS), "nodes", MOST_NODES),
    }),
  }),
});

/** The items with a list of theirs cut where all of these lists together have so many. */
function shortened<List extends string, Item extends { readonly [L in List]: readonly unknown[] }>(
  items: readonly Item[],
  list: List,
  most: number,
): Item[] {
  let left = most;
  return items.map((item) => {
    const kept = item[list].slice(0, left);
    left -= kept.length;
    return { ...item, [list]: kept };
  });
}
