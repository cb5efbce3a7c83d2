import { eq } from "drizzle-orm";
import { warnOfId } from "../argument/nothing-named.ts";
import { builder } from "../builder.ts";
import type { RowOf } from "../read/table.ts";
import { readConnection } from "../connection/root-connection.ts";
import { keysOf } from "../node/global-id.ts";
import { readRow } from "../read/read-rows.ts";
import {
  Statement,
  type StatementArguments,
  StatementConnection,
  statementArguments,
  allStatements,
} from "./statement.ts";
import { NO_ROW } from "../node/one-of.ts";
import { pageArguments } from "../connection/page-argument.ts";
import { asRead } from "../assertion.ts";

builder.queryFields((t) => ({
  statement: t.field({
    type: Statement,
    nullable: true,
    description: "One statement by its id; null where there is none, and `extensions.warnings` says so",
    args: { id: t.arg.id({ required: true, description: "Its id" }) },
    resolve: async (_root, { id }, context, info) => {
      const isMeant = (row: RowOf<"statements">) => eq(row.id, keysOf(id, ["Statement"])?.[0] ?? NO_ROW);
      const row = await readRow({ table: "statements", own: () => ({ where: { RAW: isMeant } }) }, context, info);
      if (row === null) warnOfId(id, context, info);
      return row;
    },
  }),
  statements: t.field({
    type: StatementConnection,
    description: "The statements, the earliest said first unless asked otherwise; those of unknown date lead",
    args: { ...pageArguments(t.arg), ...statementArguments(t.arg) },
    resolve: (_root, args: StatementArguments, context, info) =>
      asRead(
        readConnection({ field: "Query.statements", rows: "statements", query: allStatements }, args, context, info),
      ),
  }),
}));
