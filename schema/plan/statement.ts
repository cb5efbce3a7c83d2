import type { GraphQLResolveInfo } from "graphql";
import { connect, type D1Client } from "../../drizzle/database.ts";
import { numberParameters } from "../../drizzle/number-parameters.ts";
import { pinned } from "../../drizzle/pinned.ts";
import type { Context } from "../context.ts";
import { type Reading, type Row, rowsQuery } from "../read-rows.ts";
import { Opaque, OPAQUE_MARK, type Brought, Unplannable } from "./opaque.ts";
import { OwnValue, renderOwnQuery } from "./own-query.ts";
import { rowDecoder, type SelectedValue } from "./row-decoder.ts";

/** Of all fields of a plan: one differs where a page has another size, or is the first. */
const MOST_STATEMENTS = 20;

/** A statement whose text is kept, and what its parameters are made of. */
interface PlannedStatement {
  text: string;
  values: readonly unknown[];
  decode: ((row: Row) => void) | null;
}

const nowhere = connect({ prepare: () => null, batch: () => null } as unknown as D1Client);

/** A relational query of Drizzle's, with what it keeps to itself. */
interface RelationalQuery {
  toSQL: () => { sql: string; params: unknown[] };
  _getQuery: () => { selection: SelectedValue[] };
}

/** The statements of a plan: built by Drizzle when they are first needed, then kept. */
export class PlannedStatements {
  readonly #context: Context;
  readonly #variables: GraphQLResolveInfo["variableValues"];
  readonly #known = new Map<string, PlannedStatement | null>();

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
      const query = rowsQuery(reading, own.opaque(), this.#context, { ...info, variableValues: this.#variables });
      statement = query === null ? null : planned(table, query);
      this.#keep(key, statement);
    }
    if (statement === null) return [];
    const brought: Brought = { variables: info.variableValues.coerced, today: () => context.today };
    const values = statement.values.map((value) =>
      value instanceof OwnValue ? own.values[value.index] : value instanceof Opaque ? value.read(brought) : value,
    );
    const client = context.revision === null ? context.d1 : pinned(context.d1, context.revision);
    const { results } = await client
      .prepare(statement.text)
      .bind(...values)
      .all<Row>();
    if (statement.decode !== null) results.forEach(statement.decode);
    return results;
  }

  #keep(key: string, statement: PlannedStatement | null): void {
    this.#known.set(key, statement);
    const [oldest] = this.#known.keys();
    if (this.#known.size > MOST_STATEMENTS) this.#known.delete(oldest!);
  }
}

function planned(table: Reading["table"], query: object): PlannedStatement {
  const builder = nowhere.query[table] as unknown as { findMany: (query: object) => RelationalQuery };
  const found = builder.findMany(query);
  const { sql, params } = found.toSQL();
  if (JSON.stringify(params.filter((value) => typeof value === "string")).includes(OPAQUE_MARK)) {
    throw new Unplannable("a text is made of a value of the request");
  }
  const { text, values } = numberParameters(sql, params);
  if (values.length === 1 && new Set(params).size > 100) throw new Unplannable("a statement has too many values");
  // oxlint-disable-next-line no-underscore-dangle -- Drizzle tells nowhere else what it has selected
  return { text, values, decode: rowDecoder(found._getQuery().selection) };
}
