import { mean } from "../measure/statistic.ts";
import type { Work } from "./contender.ts";

export function meanOf(works: readonly Work[]): Work {
  const rows = works.map((work) => work.rows);
  return {
    statements: mean(works.map(({ statements }) => statements)),
    rows: rows.includes(null) ? null : mean(rows as number[]),
  };
}
