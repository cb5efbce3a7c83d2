import { type SQL, sql } from "drizzle-orm";
import { type ChangeAction as ChangeActionValue, changeActions } from "../../drizzle/history/change.ts";
import { type FieldChange as FieldChangeValue, readFieldChanges } from "../../drizzle/history/field-change.ts";
import type { ActorType } from "../../src/domain/vocabulary.ts";
import { nouns } from "../../src/nouns/index.ts";
import { nounOf } from "../../src/nouns/structure.ts";
import { builder } from "../builder.ts";
import { connectionType } from "../connection/connection-type.ts";
import type { RowOf } from "../read/table.ts";
import type { PageArguments } from "../connection/page.ts";
import { relatedConnection } from "../connection/related-connection.ts";
import { writeGlobalId } from "../node/global-id.ts";
import { atMost } from "../list-bound.ts";
import { Node } from "../node/node.ts";
import { readNodes } from "../node/node-query.ts";
import { loadBatched } from "../read/data-loader.ts";
import { actorTypeNames } from "../node/reference.ts";
import { Revision } from "./revision.ts";
import { pageArguments } from "../connection/page-argument.ts";
import { asRead, asSelection } from "../assertion.ts";

export const ChangeAction = builder.enumType("ChangeAction", {
  description:
    "What a revision did to a node. New values may be added: treat one you do not know as you would a missing one",
  values: asRead<{ [Action in keyof typeof changeActions]: { value: Action; description: string } }>(
    Object.fromEntries(Object.entries(changeActions).map(([value, description]) => [value, { value, description }])),
  ),
});

export const FieldChange = builder.objectRef<FieldChangeValue>("FieldChange").implement({
  description: "What a revision did to one field of a node, or to one of its parts",
  fields: (t) => ({
    name: t.exposeString("name", {
      description:
        "The field, such as name or speaker; for a part of the node aliases, identifiers, participants, targets or citations",
    }),
    before: t.exposeString("before", {
      nullable: true,
      description:
        "What it was: a text, number or date as written, true or false, the slug or key of what it refers to; of a part a JSON object of its fields. Null where there was nothing",
    }),
    after: t.exposeString("after", {
      nullable: true,
      description: "What it then was, in the same form; null where there was nothing",
    }),
  }),
});

const MOST_FIELDS = 100;

/** SQL: what the actor was in the revision, or was last. */
const actorType = (row: RowOf<"changes">): SQL =>
  sql`(
    select type from actors_history
    where ${row.noun} = 'actors' and id = ${row.nodeId} and from_revision <= ${row.revisionNumber}
    order by from_revision desc limit 1
  )`;

interface ChangeRow {
  revisionNumber: number;
  noun: string;
  action: ChangeActionValue;
  nodeId: number;
  actorType: ActorType | null;
}

const typeNameOf = (row: unknown): string => {
  const { noun, actorType: type } = asRead<ChangeRow>(row);
  return noun === "actors" ? actorTypeNames[type ?? "ORGANIZATION"] : nouns[nounOf(noun)].type;
};
const idOf = (row: unknown): string => writeGlobalId(typeNameOf(row), asRead<ChangeRow>(row).nodeId);

export const Change = builder.drizzleObject("changes", {
  name: "Change",
  description: "What a revision did to a node",
  select: asSelection({
    columns: { revisionNumber: true, noun: true, nodeId: true, action: true },
    extras: { actorType },
  }),
  fields: (t) => ({
    revision: t.relation("revision", { type: Revision, description: "The revision: when, who and why" }),
    action: t.field({
      type: ChangeAction,
      description: "What was done",
      resolve: (row) => asRead<ChangeRow>(row).action,
    }),
    nodeId: t.id({ description: "The id of the node, which is the same for ever", resolve: idOf }),
    typeName: t.string({ description: "The GraphQL type of the node, such as Statement", resolve: typeNameOf }),
    node: t.field({
      type: Node,
      nullable: true,
      description:
        "The node as it is now, or is in the revision that the request is pinned to; null where it is not there",
      resolve: (row, _args, context, info) =>
        loadBatched(context, info.fieldNodes[0]!, idOf(row), (ids) => readNodes(ids, context, info)),
    }),
    fields: t.field({
      type: [FieldChange],
      ...atMost(MOST_FIELDS),
      description: `The fields that were set or changed, then the parts that were added, changed or taken out, at most ${MOST_FIELDS}: requests pinned to the revision and the one before it show all; empty where it was changed and changed back`,
      resolve: async (row, _args, context, info) => {
        const read = loadBatched(context, info.fieldNodes[0]!, asRead<ChangeRow>(row), (rows) =>
          readFieldChanges(context.database, rows),
        );
        return (await read).slice(0, MOST_FIELDS);
      },
    }),
  }),
});

export const ChangeConnection = connectionType("Change", Change, "the changes");

/** The order of changes: revision by revision, and within one by noun and id. */
export const changeOrder = { columns: ["revisionNumber", "noun", "nodeId"], direction: "asc" } as const;

builder.drizzleObjectFields(Revision, (t) => ({
  changes: t.field({
    type: ChangeConnection,
    description: "What it did to each node that it changed; empty where it changed none",
    args: pageArguments(t.arg),
    ...relatedConnection({
      field: "Revision.changes",
      parent: "revisions",
      relation: "changes",
      node: "Change",
      query: (_args: PageArguments) => ({ order: changeOrder }),
    }),
  }),
}));
