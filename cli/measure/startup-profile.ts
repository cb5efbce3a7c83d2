import { readFileSync } from "node:fs";
import { runTool } from "../local/tool.ts";

interface Profile {
  nodes: { id: number; callFrame: { functionName: string } }[];
  samples: number[];
  /** In µs, before each sample. */
  timeDeltas: number[];
}

/** The CPU time that the Worker's start takes on this machine, in ms, by a profile that is written into the file. */
export function startupCpu(file: string): number {
  const { ok, output } = runTool("wrangler", "check", "startup", "--args=--env production", "--outfile", file);
  if (!ok) throw new Error(output);
  const { nodes, samples, timeDeltas } = JSON.parse(readFileSync(file, "utf8")) as Profile;
  const idle = new Set(nodes.filter(({ callFrame }) => callFrame.functionName === "(idle)").map(({ id }) => id));
  return samples.reduce((sum, id, index) => sum + (idle.has(id) ? 0 : timeDeltas[index]!), 0) / 1000;
}
