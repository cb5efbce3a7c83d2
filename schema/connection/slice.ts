import { type Position, writeCursor } from "./cursor.ts";
import type { ListPage } from "./list.ts";

type Row = Readonly<Record<string, unknown>>;

/** A row of a page. */
export class Edge {
  readonly node: unknown;
  readonly row: Row;
  readonly #cursors: ListPage["cursors"];

  constructor(node: unknown, row: Row, cursors: ListPage["cursors"]) {
    this.node = node;
    this.row = row;
    this.#cursors = cursors;
  }

  /** It is hashed: only where it is asked for. */
  get cursor(): string {
    const { list, columns } = this.#cursors();
    return writeCursor(list, columns.map((name) => this.row[name]) as unknown as Position);
  }
}

export interface Slice {
  totalCount: number | undefined;
  edges: Edge[];
  pageInfo: {
    readonly startCursor: string | null;
    readonly endCursor: string | null;
    hasNextPage: boolean;
    hasPreviousPage: boolean;
  };
}

/** The connection for the rows of a page, of which one more was read than the page holds. */
export function sliceOf(
  rows: readonly Row[],
  { page, cursors }: ListPage,
  nodeOf: (row: Row) => unknown,
  totalCount: number | undefined,
): Slice {
  const more = rows.length > page.size;
  const shown = rows.slice(0, page.size);
  if (page.backward) shown.reverse();
  const edges = shown.map((row) => new Edge(nodeOf(row), row, cursors));
  return {
    totalCount,
    edges,
    pageInfo: {
      get startCursor() {
        return edges[0]?.cursor ?? null;
      },
      get endCursor() {
        return edges.at(-1)?.cursor ?? null;
      },
      hasNextPage: page.backward ? page.before !== null : more,
      hasPreviousPage: page.backward ? more : page.after !== null,
    },
  };
}
