import { cpuBetween, cpuTimes, processTree } from "../../cli/measure/cpu-time.ts";
import { HttpClient } from "./http-client.ts";
import { load } from "./load.ts";
import type { Asked } from "./round.ts";

/** In ms. */
const WINDOW = 300;
/** So many windows in which it came to no less, or to hardly less, are the end of it. */
const PATIENCE = 4;
const HARDLY = 0.99;

/**
 * Asks a contender until a request takes no less CPU than before: JavaScript is compiled the better the oftener it was run,
 * and what has little of it is done sooner.
 * @param most in ms, whatever it takes then
 */
export async function warmUp({ origin, pids, requests, expected }: Asked, most: number): Promise<void> {
  const client = new HttpClient(origin, 1);
  const start = performance.now();
  let best = Infinity;
  for (let since = 0; since < PATIENCE && performance.now() - start < most; since += 1) {
    const tree = processTree(pids);
    const before = cpuTimes(tree);
    const milliseconds = Math.min(WINDOW, most);
    const once = { concurrency: 1, milliseconds, least: requests.length };
    const { latencies } = await load(client, requests, expected, once);
    const cpu = cpuBetween(before, cpuTimes(tree)) / latencies.length;
    if (cpu < best * HARDLY) since = -1;
    best = Math.min(best, cpu);
  }
  client.close();
}
