import { cpuBetween, cpuTimes, processTree } from "../../cli/measure/cpu-time.ts";
import { HttpClient, type HttpRequest } from "./http-client.ts";
import { load } from "./load.ts";
import { quantile } from "./statistic.ts";

/** What one round has shown of one contender and question, one request after another. Times in ms. */
export interface Round {
  /** Of all processes that serve, for a request. */
  cpu: number;
  p50: number;
  p99: number;
  several: Several | null;
}

/** With 16 requests at once. */
export interface Several {
  p50: number;
  p99: number;
  /** In requests a second. */
  throughput: number;
}

export interface Asked {
  origin: string;
  pids: readonly number[];
  requests: readonly HttpRequest[];
  expected: number;
}

const AT_ONCE = 16;

/**
 * How long each of the two loads goes on, in ms; 0 for none with several at once. Before them the contender is asked for as
 * long as `settle`: while the others were, what it had in the processor's caches has gone.
 */
export async function measureRound(
  asked: Asked,
  { settle, alone, together }: { settle: number; alone: number; together: number },
): Promise<Round> {
  const { origin, requests, expected } = asked;
  const single = new HttpClient(origin, 1);
  await load(single, requests, expected, { concurrency: 1, milliseconds: settle, least: 1 });
  const pids = processTree(asked.pids);
  const before = cpuTimes(pids);
  const one = { concurrency: 1, milliseconds: alone, least: requests.length };
  const { latencies } = await load(single, requests, expected, one);
  const cpu = cpuBetween(before, cpuTimes(pids)) / latencies.length;
  single.close();
  const round = { cpu, p50: quantile(latencies, 0.5), p99: quantile(latencies, 0.99) };
  return { ...round, several: together === 0 ? null : await measureSeveral(asked, together) };
}

async function measureSeveral({ origin, requests, expected }: Asked, milliseconds: number): Promise<Several> {
  const client = new HttpClient(origin, AT_ONCE);
  const loaded = await load(client, requests, expected, { concurrency: AT_ONCE, milliseconds, least: AT_ONCE });
  client.close();
  const { latencies } = loaded;
  return {
    p50: quantile(latencies, 0.5),
    p99: quantile(latencies, 0.99),
    throughput: (1000 * latencies.length) / loaded.milliseconds,
  };
}
