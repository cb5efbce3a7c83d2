import { cpuBetween, cpuTimes, processTree } from "./cpu-time.ts";
import { HttpClient, type HttpRequest } from "./http-client.ts";
import { load } from "./load.ts";
import { quantile } from "./statistic.ts";

/** What one round has shown of one contender and question. Times in ms. */
export interface Round {
  /** Of all processes that serve, a request, one after another. */
  cpu: number;
  p50: number;
  p99: number;
  /** With 16 requests at once. */
  p50Of16: number;
  p99Of16: number;
  throughputOf16: number;
}

export interface Asked {
  origin: string;
  pids: readonly number[];
  requests: readonly HttpRequest[];
  expected: number;
}

const AT_ONCE = 16;

export async function warmUp({ origin, requests, expected }: Asked, milliseconds: number): Promise<void> {
  const client = new HttpClient(origin, 2);
  await load(client, requests, expected, { concurrency: 2, milliseconds, least: requests.length });
  client.close();
}

/** Each of the two loads goes on for `milliseconds`. */
export async function measureRound(asked: Asked, milliseconds: number): Promise<Round> {
  const { origin, requests, expected } = asked;
  const single = new HttpClient(origin, 1);
  await single.ask(requests[0]!);
  const pids = processTree(asked.pids);
  const before = cpuTimes(pids);
  const alone = await load(single, requests, expected, { concurrency: 1, milliseconds, least: requests.length });
  const cpu = cpuBetween(before, cpuTimes(pids)) / alone.latencies.length;
  single.close();
  const several = new HttpClient(origin, AT_ONCE);
  const together = await load(several, requests, expected, { concurrency: AT_ONCE, milliseconds, least: AT_ONCE });
  several.close();
  return {
    cpu,
    p50: quantile(alone.latencies, 0.5),
    p99: quantile(alone.latencies, 0.99),
    p50Of16: quantile(together.latencies, 0.5),
    p99Of16: quantile(together.latencies, 0.99),
    throughputOf16: (1000 * together.latencies.length) / together.milliseconds,
  };
}
