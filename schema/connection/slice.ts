import { type Position, writeCursor } from "./cursor.ts";
import type { ListPage } from "./list.ts";
import { asRead } from "../assertion.ts";

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
    return writeCursor(list, asRead<Position>(columns.map((name) => this.row[name])));
  }
}

/** What is known of a page by its rows. */
class PageInfo {
  readonly #edges: readonly Edge[];
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;

  constructor(edges: readonly Edge[], hasNextPage: boolean, hasPreviousPage: boolean) {
    this.#edges = edges;
    this.hasNextPage = hasNextPage;
    this.hasPreviousPage = hasPreviousPage;
  }

  get startCursor(): string | null {
    return this.#edges[0]?.cursor ?? null;
  }

  get endCursor(): string | null {
    return this.#edges.at(-1)?.cursor ?? null;
  }
}

export interface Slice {
  totalCount: number | undefined;
  edges: Edge[];
  pageInfo: PageInfo;
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
  const hasNextPage = page.backward ? page.before !== null : more;
  const hasPreviousPage = page.backward ? more : page.after !== null;
  return { totalCount, edges, pageInfo: new PageInfo(edges, hasNextPage, hasPreviousPage) };
}
