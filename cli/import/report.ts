import type { Refusal } from "./file/piece.ts";
import type { Tally } from "./run.ts";

export interface Report extends Tally {
  source: string;
  dryRun: boolean;
  seconds: number;
}

const SHOWN = 20;

/**
 * What an import that came to its end tells the shell: 1 where nothing at all could be taken over, since the source is then not
 * what it was held for; 2 where it is to be strict and something was refused.
 */
export function exitCodeOf({ added, changed, unchanged, refusals }: Report, strict = false): 0 | 1 | 2 {
  if (added + changed + unchanged === 0) return 1;
  return strict && refusals.length > 0 ? 2 : 0;
}

/** The report of an import, in words for a person. The counts come last, where one looks for them. */
export function reportOf(report: Report): string {
  const { source, dryRun, added, changed, unchanged, refusals, revisions, batches, seconds } = report;
  const counts = [
    `${number(added)} added`,
    `${number(changed)} changed`,
    `${number(unchanged)} left alone`,
    `${number(refusals.length)} refused`,
  ];
  const rows = added + changed + unchanged;
  const made = dryRun
    ? "nothing written"
    : revisions === null
      ? "no revision"
      : revisions[0] === revisions[1]
        ? `revision ${revisions[0]}`
        : `revisions ${revisions[0]} to ${revisions[1]}`;
  const pace = `${seconds.toFixed(1)} s, ${number(Math.round(rows / Math.max(seconds, 0.001)))} rows a second`;
  return [
    ...refusalLines(refusals),
    `${number(batches)} ${batches === 1 ? "batch" : "batches"}, ${made}; ${pace}`,
    `${dryRun ? "Dry run of" : "Imported"} ${source}: ${counts.join(", ")}`,
  ].join("\n");
}

function refusalLines(refusals: readonly Refusal[]): string[] {
  const lines = refusals.slice(0, SHOWN).map(({ file, line, reason }) => `${file}:${line}: ${reason}`);
  const more = refusals.length - SHOWN;
  return more > 0 ? [...lines, `… and ${number(more)} more: --rejects FILE writes all`] : lines;
}

/** One JSON object a line: file, line, reason. */
export function rejectsOf(refusals: readonly Refusal[]): string {
  return refusals.map(({ file, line, reason }) => `${JSON.stringify({ file, line, reason })}\n`).join("");
}

function number(count: number): string {
  return count.toLocaleString("en");
}
