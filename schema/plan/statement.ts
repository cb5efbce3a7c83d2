import type { GraphQLResolveInfo } from "graphql";
import { leastRecentlyUsed } from "../../src/domain/least-recently-used.ts";
import type { Context } from "../context.ts";
import { type OwnQuery, type Reading, type Row, rowsQuery } from "../read-rows.ts";
import { readStatement, type RowStatement, rowStatement } from "../row-statement.ts";
import { type Brought, Opaque, OPAQUE_MARK } from "./opaque.ts";
import { OwnValue, renderOwnQuery } from "./own-query.ts";
import { giveUp } from "./unplannable.ts";

/** Of all fields of a plan: one differs where a page has another size, or is the first. */
const MOST_STATEMENTS = 20;

/** The statements of a plan: built by Drizzle when they are first needed, then kept. */
export class PlannedStatements {
  readonly #context: Context;
  readonly #variables: GraphQLResolveInfo["variableValues"];
  readonly #known = leastRecentlyUsed<RowStatement | null>(MOST_STATEMENTS);

  /** @param context that of planning, of no request; @param variables with opaque values */
  constructor(context: Context, variables: GraphQLResolveInfo["variableValues"]) {
    this.#context = context;
    this.#variables = variables;
  }

  /** The rows, as `readRows` gives them. */
  async read(reading: Reading, context: Context, info: GraphQLResolveInfo): Promise<Row[]> {
    const own = renderOwnQuery(reading.table, reading.own);
    const { table, typeName, paths, through } = reading;
    const key = `${info.path.key} ${table} ${typeName} ${paths?.join()} ${Object.keys(through ?? {}).join()} ${own.text}`;
    let statement = this.#known.get(key);
    if (statement === undefined) {
      const opaque = own.opaque();
      const query = rowsQuery(reading, opaque, this.#context, { ...info, variableValues: this.#variables });
      statement = query === null ? null : planned(table, query, opaque);
      this.#known.set(key, statement);
    }
    if (statement === null) return [];
    const brought: Brought = { variables: info.variableValues.coerced, today: () => context.today };
    const values = statement.values.map((value) =>
      value instanceof OwnValue ? own.values[value.index] : value instanceof Opaque ? value.read(brought) : value,
    );
    return readStatement(statement, values, context.client);
  }
}

function planned(table: Reading["table"], query: object, { from }: OwnQuery): RowStatement {
  const statement = rowStatement(table, query, from);
  if (statement.isPacked) return giveUp("a statement has too many values");
  if (statement.values.some((value) => typeof value === "string" && value.includes(OPAQUE_MARK))) {
    return giveUp("a text is made of a value of the request");
  }
  return statement;
}
