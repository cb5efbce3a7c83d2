import type { Contender } from "../contender/contender.ts";
import type { Entry } from "../measure/entry.ts";
import { median } from "../measure/statistic.ts";

/** The medians of an entry's rounds. Times in ms. */
export interface Cell {
  contender: string;
  title: string;
  kind: Contender["kind"];
  question: string;
  size: string;
  cpu: number;
  /** To the floor of its own runtime; null where there is none. */
  ratio: number | null;
  p50: number;
  p99: number;
  several: { p50: number; p99: number; throughput: number } | null;
  statements: number;
  rows: number | null;
}

const FLOORS = { workerd: "floor", node: "node-floor" };

export function cellsOf(entries: readonly Entry[]): Cell[] {
  return entries.map((entry) => {
    const { contender, question, size, work, rounds } = entry;
    const cpu = medianOf(entry, ({ cpu }) => cpu);
    const floor = entries.find(
      (other) =>
        other.question === question && other.size === size && other.contender.name === FLOORS[contender.runtime],
    );
    const isMark = contender.kind === "mark";
    return {
      contender: contender.name,
      title: contender.title,
      kind: contender.kind,
      question: question.name,
      size: String(size),
      cpu,
      ratio: floor === undefined || isMark ? null : cpu / medianOf(floor, (round) => round.cpu),
      p50: medianOf(entry, ({ p50 }) => p50),
      p99: medianOf(entry, ({ p99 }) => p99),
      several:
        rounds[0]?.several == null
          ? null
          : {
              p50: medianOf(entry, ({ several }) => several!.p50),
              p99: medianOf(entry, ({ several }) => several!.p99),
              throughput: medianOf(entry, ({ several }) => several!.throughput),
            },
      statements: work.statements,
      rows: work.rows,
    };
  });
}

function medianOf({ rounds }: Entry, value: (round: Entry["rounds"][number]) => number): number {
  return median(rounds.map(value));
}
