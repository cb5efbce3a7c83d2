import { Presets, SingleBar } from "cli-progress";

/** A bar on stderr for one who watches: how far it is, how fast, and how long it will take. Nothing for a log. */
export function progressBar(total: () => number): { tick: (rows: number) => void; stop: () => void } {
  if (!process.stderr.isTTY) return { tick: () => undefined, stop: () => undefined };
  const format = "{bar} {percentage}% | {value} of {total} rows | {rate} rows/s | {eta_formatted} left";
  const bar = new SingleBar(
    { format, stream: process.stderr, hideCursor: true, etaBuffer: 20 },
    Presets.shades_classic,
  );
  const start = performance.now();
  bar.start(total(), 0, { rate: "–" });
  return {
    tick: (rows) => bar.update(rows, { rate: Math.round((rows / (performance.now() - start)) * 1000) }),
    stop: () => bar.stop(),
  };
}
