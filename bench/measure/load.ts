import type { HttpClient, HttpRequest } from "./http-client.ts";

export interface Loaded {
  /** Of each request, in ms. */
  latencies: number[];
  /** How long all of them took together. */
  milliseconds: number;
}

/**
 * Sends the requests over and over for a time, so many at once, and as often as `least` at least.
 * @throws where an answer has another status
 */
export async function load(
  client: HttpClient,
  requests: readonly HttpRequest[],
  expected: number,
  { concurrency, milliseconds, least }: { concurrency: number; milliseconds: number; least: number },
): Promise<Loaded> {
  const latencies: number[] = [];
  const start = performance.now();
  let sent = 0;

  async function sendOnAndOn(): Promise<void> {
    while (performance.now() - start < milliseconds || sent < least) {
      const request = requests[sent % requests.length]!;
      sent += 1;
      const asked = performance.now();
      const { status, body } = await client.ask(request);
      latencies.push(performance.now() - asked);
      if (status !== expected) throw new Error(`${request.method} was answered ${status}: ${body.slice(0, 500)}`);
    }
  }

  await Promise.all(Array.from({ length: concurrency }, sendOnAndOn));
  return { latencies, milliseconds: performance.now() - start };
}
