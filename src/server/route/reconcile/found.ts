import type { Match } from "../../../domain/reconcile/entity.ts";
import { typed } from "./manifest.ts";
import type { Cell, Extension } from "../../../domain/reconcile/extension.ts";

/** The candidates of a query, as the API has them. */
export function candidates(found: readonly Match[]) {
  return found.map(({ id, name, type, score, isSure }) => ({
    id,
    name,
    type: [typed(type)],
    score: Math.round(score * 1000) / 10,
    match: isSure,
  }));
}

/** The values of a data extension, as the API has them. */
export function extension({ columns, rows }: Extension) {
  const value = (cell: Cell) => (typeof cell === "string" ? { str: cell } : cell);
  return {
    meta: columns.map(({ id, name, valueType }) => ({
      id,
      name,
      ...(valueType === null ? {} : { type: typed(valueType) }),
    })),
    rows: Object.fromEntries(
      [...rows].map(([id, cells]) => [
        id,
        Object.fromEntries(columns.map((column, at) => [column.id, cells[at]!.map(value)])),
      ]),
    ),
  };
}
