import { getSchemaConfig } from "@pothos/plugin-drizzle";
import type { GraphQLResolveInfo } from "graphql";
import type { RelationalQuery } from "../../drizzle/query/relational-query.ts";
import { cacheOf } from "../../src/domain/cache.ts";
import { builder } from "../builder.ts";
import type { Context } from "../context.ts";
import { rowsQuery } from "../read/read-rows.ts";
import type { BoundRowQuery, RootQuery, Reading, RowQuery } from "../read/reading.ts";
import { rowQuery } from "../read/row-query.ts";
import type { Collecting } from "./collect-fields.ts";
import { type Bindings, Placeholder, PLACEHOLDER_MARK } from "./placeholder.ts";
import { RootQueryValue, renderRootQuery } from "./root-query-template.ts";
import { bailOut } from "./bail-out.ts";

/** In characters: a name may be as long as a request. */
const LONGEST_NAME = 300;

/** A statement with what a query asks of it by itself; null where nothing is asked for. */
interface Query {
  statement: RowQuery | null;
  values: readonly unknown[];
}

const NOTHING: Query = { statement: null, values: [] };

/** Pothos reads the keys of all rows, to find them again for what was not read with them. Here nothing is. */
let keyless: ReturnType<typeof getSchemaConfig> | undefined;

/** The statements of a plan: built when they are first needed, then kept. */
export class PlannedQueries {
  readonly #context: Context;
  readonly #variables: GraphQLResolveInfo["variableValues"];
  readonly #note: Collecting["note"];
  readonly #known = cacheOf<RowQuery>("plan query");
  /** The fields beneath which nothing is asked of the rows. */
  readonly #empty = new Set<string>();
  readonly #named = cacheOf<Query>("plan query name");

  /** @param context that of planning, of no request; @param variables with placeholders in the place of values */
  constructor(context: Context, variables: GraphQLResolveInfo["variableValues"], note: Collecting["note"]) {
    this.#context = context;
    this.#variables = variables;
    this.#note = note;
  }

  /** The statement that reads the rows, with the values of the request. */
  query(reading: Reading, context: Context, info: GraphQLResolveInfo): BoundRowQuery | null {
    const { statement, values: own } = this.#queryOf(reading, context, info);
    if (statement === null) return null;
    const bindings: Bindings = { variables: info.variableValues.coerced, today: () => context.today };
    const values = statement.values.map((value) =>
      value instanceof RootQueryValue ? own[value.index] : value instanceof Placeholder ? value.read(bindings) : value,
    );
    return { statement, values };
  }

  #queryOf(reading: Reading, context: Context, info: GraphQLResolveInfo): Query {
    const name = reading.name === undefined ? undefined : `${info.path.key} ${reading.name}`;
    const known = name === undefined ? undefined : this.#named.get(name);
    if (known !== undefined) return known;
    const query = this.#build(reading, info);
    // Tomorrow it may be another.
    if (name !== undefined && name.length <= LONGEST_NAME && !context.isOfToday) this.#named.set(name, query);
    return query;
  }

  #build(reading: Reading, info: GraphQLResolveInfo): Query {
    const { table, typeName, paths, through } = reading;
    const field = `${info.path.key} ${table} ${typeName} ${paths?.join()} ${Object.keys(through ?? {}).join()}`;
    const ownQuery = reading.own();
    if (this.#empty.has(field)) return NOTHING;
    const own = renderRootQuery(table, ownQuery);
    const key = `${field} ${own.text}`;
    let statement = this.#known.get(key);
    if (statement === undefined) {
      const placeholders = own.placeholders();
      const asked = { ...info, variableValues: this.#variables };
      keyless ??= { ...getSchemaConfig(builder), getPrimaryKey: () => [] };
      const query = rowsQuery(reading, placeholders, this.#context, asked, keyless);
      if (query === null) {
        this.#empty.add(field);
        return NOTHING;
      }
      statement = planned(table, query, placeholders);
      this.#known.set(key, statement);
      this.#note?.(`Query.${info.fieldName}`, `SQL query of ${table}`);
    }
    return { statement, values: own.values };
  }
}

function planned(table: Reading["table"], query: RelationalQuery, { from }: RootQuery): RowQuery {
  const statement = rowQuery(table, query, from);
  if (statement.isPacked) return bailOut("a statement has too many values");
  if (statement.values.some((value) => typeof value === "string" && value.includes(PLACEHOLDER_MARK))) {
    return bailOut("a text is made of a value of the request");
  }
  return statement;
}
