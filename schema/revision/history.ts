import { eq, getTableName } from "drizzle-orm";
import { relations } from "../../drizzle/relations.ts";
import { Actor } from "../actor/actor.ts";
import { Alliance } from "../alliance/alliance.ts";
import { AllianceStatus } from "../alliance/alliance-status.ts";
import { Article } from "../article/article.ts";
import { builder } from "../builder.ts";
import { Change } from "./change.ts";
import { connectionType } from "../connection/connection-type.ts";
import type { TableName } from "../read/table.ts";
import { relatedConnection } from "../connection/related-connection.ts";
import { Event } from "../event/event.ts";
import { Membership } from "../alliance/membership.ts";
import { Obligation } from "../alliance/obligation.ts";
import { Office } from "../actor/office.ts";
import { Revision } from "./revision.ts";
import { Statement } from "../statement/statement.ts";
import { pageArguments } from "../connection/page-argument.ts";
import { asRead } from "../assertion.ts";

export const RevisionConnection = connectionType("Revision", Revision, "the revisions", (t) => ({
  change: t.field({
    type: Change,
    nullable: true,
    description: "What the revision did to the node whose history this is; null where it is nobody's",
    resolve: ({ row }) => {
      return asRead(row["nodeId"] === undefined ? null : row);
    },
  }),
}));

/** The tables from which a relation leads to the history. */
type Historical = {
  [T in TableName]: "history" extends keyof (typeof relations)[T]["relations"] ? T : never;
}[TableName];

/** The options of the field that tells the revisions of the rows of a noun. */
function historyOf(type: string, noun: Historical) {
  return {
    type: RevisionConnection,
    description:
      "The revisions that changed it or its parts, the newest first, each with what it changed; those that entered or changed what refers to it are not among them",
    ...relatedConnection({
      field: `${type}.history`,
      parent: noun,
      relation: "history",
      node: "Revision",
      through: "edited",
      edgeFields: { change: { type: "Change" } },
      query: () => ({
        where: (row) => eq(row.noun, getTableName(relations[noun].table)),
        order: { columns: ["revisionNumber"], direction: "desc" },
      }),
    }),
  };
}

builder.drizzleInterfaceFields(Actor, (t) => ({
  history: t.field({ args: pageArguments(t.arg), ...historyOf("Actor", "actors") }),
}));
builder.drizzleObjectFields(Alliance, (t) => ({
  history: t.field({ args: pageArguments(t.arg), ...historyOf("Alliance", "alliances") }),
}));
builder.drizzleObjectFields(AllianceStatus, (t) => ({
  history: t.field({ args: pageArguments(t.arg), ...historyOf("AllianceStatus", "allianceStatuses") }),
}));
builder.drizzleObjectFields(Article, (t) => ({
  history: t.field({ args: pageArguments(t.arg), ...historyOf("Article", "articles") }),
}));
builder.drizzleObjectFields(Event, (t) => ({
  history: t.field({ args: pageArguments(t.arg), ...historyOf("Event", "events") }),
}));
builder.drizzleObjectFields(Membership, (t) => ({
  history: t.field({ args: pageArguments(t.arg), ...historyOf("Membership", "memberships") }),
}));
builder.drizzleObjectFields(Obligation, (t) => ({
  history: t.field({ args: pageArguments(t.arg), ...historyOf("Obligation", "obligations") }),
}));
builder.drizzleObjectFields(Office, (t) => ({
  history: t.field({ args: pageArguments(t.arg), ...historyOf("Office", "offices") }),
}));
builder.drizzleObjectFields(Statement, (t) => ({
  history: t.field({ args: pageArguments(t.arg), ...historyOf("Statement", "statements") }),
}));
