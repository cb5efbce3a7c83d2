import { selectedFieldNames } from "@pothos/selection-mapper";
import { and, type Column, type Relation, relationToSQL, type SQL, sql, type Table } from "drizzle-orm";
import type { GraphQLResolveInfo } from "graphql";
import { relations } from "../../drizzle/relations.ts";
import { type Context, memoize } from "../context.ts";
import { type List, pageOf, type PlannedList, planList } from "./list.ts";
import type { TableName } from "../read/table.ts";
import { sumOf } from "./tally.ts";
import type { PageArguments } from "./page.ts";
import { sliceOf } from "./slice.ts";
import { asRead, asSelection } from "../assertion.ts";

type Selection = Record<string, unknown>;

/** A field of an edge besides cursor and node, read from the edge's row. */
export interface EdgeField<Args> {
  /** The GraphQL type of the field. */
  type: string;
  /** The relation from the row to it, and its query; left out where it is the row itself. */
  relation?: string;
  query?: (args: Args, context: Context) => Selection;
  /** SQL for values that the field reads from the edge's row, where it leads to nothing. */
  values?: (args: Args, context: Context) => Record<string, (row: never) => SQL>;
  /** The columns of the edge's row that the field reads, where these are all. */
  columns?: Readonly<Record<string, true>>;
}

/** The relations from a table, as `drizzle/relations.ts` has them. */
type Outgoing<Parent extends TableName> = (typeof relations)[Parent]["relations"];
type RelationName<Parent extends TableName> = keyof Outgoing<Parent> & string;
/** The table that a relation leads to. */
type RowsOf<Parent extends TableName, Name extends RelationName<Parent>> =
  Outgoing<Parent>[Name] extends Relation<infer Rows extends TableName> ? Rows : never;

export interface RelatedConnection<Parent extends TableName, Name extends RelationName<Parent>, Args> extends Omit<
  List<RowsOf<Parent, Name>, Args>,
  "rows"
> {
  /** The table that the parent is a row of, and the relation from there to the list's rows. */
  parent: Parent;
  relation: Name;
  /** The GraphQL type of the nodes. */
  node: string;
  /** The relation from a row to its node; left out where the row is the node. */
  through?: string;
  edgeFields?: Record<string, EdgeField<Args>>;
  /** What the field costs besides its objects (schema/list-bound.ts). */
  extraCost?: number;
}

type Include = { getType: () => string; paths: { name: string }[][] };
type Nested = (query: Selection, include: Include) => Selection;
type Selected = { (): ReadonlySet<string>; (path: string[]): unknown };

const NODE_PATHS = [[{ name: "nodes" }], [{ name: "edges" }, { name: "node" }]];
/** For them alone the columns are read that a list is ordered by. */
const CURSOR_PATHS = [
  ["edges", "cursor"],
  ["pageInfo", "startCursor"],
  ["pageInfo", "endCursor"],
];

/** Pothos field options that make a field a connection read in the statement of its parent. */
export function relatedConnection<
  Parent extends TableName,
  Name extends RelationName<Parent>,
  Args extends PageArguments,
>(given: RelatedConnection<Parent, Name, Args>) {
  const { field, relation, through } = given;
  const connection = { ...given, rows: rowsOf<Parent, Name>(given.parent, relation) };
  const countKey = `${relation}Count`;
  const listsRead = (context: Context) => memoize(context, `lists ${field}`, () => new Set<PlannedList>());

  const select = (args: Args, context: Context, nested: Nested, selected: Selected) => {
    const names = selected();
    const planned = planList(connection, args, context);
    const count = memoize(context, `count ${planned.list}`, () => countOf(connection, planned));
    if (wantsRows(names)) listsRead(context).add(planned);
    return {
      columns: {},
      with: wantsRows(names) ? { [relation]: selectRows(connection, planned, args, context, nested, selected) } : {},
      extras: names.has("totalCount") && !isCountedWithRows(planned, names) ? { [countKey]: count } : {},
    };
  };

  const isLoaded = (parent: Selection, info: GraphQLResolveInfo, context: object) => {
    // Of what is merged, the total may have been read with the parent, and of the rows only those of another page.
    if (info.fieldNodes.length > 1 && listsRead(asRead<Context>(context)).size > 1) return false;
    const names = selectedFieldNames(context, info);
    return (
      (!wantsRows(names) || parent[relation] !== undefined) &&
      (!names.has("totalCount") || parent[countKey] !== undefined)
    );
  };

  const resolve = (parent: unknown, args: Args, context: Context) => {
    const loaded = asRead<Selection>(parent);
    return asRead(
      sliceOf(
        asRead<Selection[]>(loaded[relation] ?? []),
        pageOf(connection, args, context),
        (row) => (through === undefined ? row : row[through]),
        asRead<number | undefined>(loaded[countKey]),
      ),
    );
  };

  const { extraCost = 0 } = given;
  const extensions = { pothosDrizzleSelect: select, pothosDrizzleLoaded: isLoaded, connection: field, extraCost };
  return { extensions, resolve };
}

/** The table that the relation leads to. */
function rowsOf<Parent extends TableName, Name extends RelationName<Parent>>(
  parent: Parent,
  name: Name,
): RowsOf<Parent, Name> {
  const outgoing: Record<string, Relation> = relations[parent].relations;
  return asRead(outgoing[name]?.targetTableName);
}

function selectRows<Args>(
  {
    node,
    through,
    edgeFields = {},
  }: Pick<RelatedConnection<"actors", "statements", Args>, "node" | "through" | "edgeFields">,
  planned: PlannedList,
  args: Args,
  context: Context,
  nested: Nested,
  selected: Selected,
): Selection {
  const include = { getType: () => node, paths: NODE_PATHS };
  const asked = Object.entries(edgeFields).filter(([name]) => selected(["edges", name]));
  const values = asked.map(([, edgeField]) => edgeField.values?.(args, context) ?? {});
  const page = {
    ...planned.rows,
    columns: CURSOR_PATHS.some(selected) ? planned.rows.columns : {},
    extras: Object.fromEntries([planned.rows.extras, ...values].flatMap((own) => Object.entries(own))),
  };
  if (through === undefined) return nested(page, include);
  const rows = { ...page, columns: { ...page.columns } as Selection, with: {} as Selection };
  if (selected(["nodes"]) || selected(["edges", "node"])) rows.with[through] = nested({}, include);
  for (const [name, edgeField] of asked) {
    Object.assign(rows.columns, edgeField.columns);
    if (edgeField.values !== undefined || edgeField.columns !== undefined) continue;
    const beneath = { getType: () => edgeField.type, paths: [[{ name: "edges" }, { name }]] };
    if (edgeField.relation === undefined) addTo(rows, nested({}, beneath));
    else rows.with[edgeField.relation] = nested(edgeField.query?.(args, context) ?? {}, beneath);
  }
  return rows;
}

/** Adds what a field needs of the edge's own row. */
function addTo(rows: { columns: Selection; extras: Selection; with: Selection }, needed: Selection): void {
  Object.assign(rows.columns, needed["columns"]);
  Object.assign(rows.extras, needed["extras"]);
  Object.assign(rows.with, needed["with"]);
}

/** What is worked out for the rows is counted there. */
function isCountedWithRows(planned: PlannedList, names: ReadonlySet<string>): boolean {
  return planned.rowsFrom !== undefined && wantsRows(names);
}

function countOf(connection: { parent: TableName; relation: string; rows: TableName }, planned: PlannedList) {
  const { tally, rowsFrom } = planned;
  if (rowsFrom !== undefined)
    return (parent: Table & { id: Column }): SQL => sql`(select count(*) from (${rowsFrom(parent)}))`;
  if (tally !== undefined) return (parent: Table & { id: Column }): SQL => sumOf(tally, parent.id);
  const rows: Table = relations[connection.rows].table;
  const outgoing: Record<string, Relation> = relations[connection.parent].relations;
  const relation = outgoing[connection.relation];
  if (relation === undefined) throw new Error(`${connection.parent} has no relation ${connection.relation}`);
  return (parent: Table): SQL => {
    const { filter } = relationToSQL(relation, parent, rows);
    return sql`(select count(*) from ${rows} where ${and(filter, planned.where(asSelection(rows)))})`;
  };
}

function wantsRows(names: ReadonlySet<string>): boolean {
  return [...names].some((name) => name !== "totalCount" && name !== "__typename");
}
