import { answerTo } from "./answer.ts";
import { type FuzzRequest, posted } from "./request.ts";
import { faultsOf, outcomeOf } from "./rule.ts";
import type { Tally } from "./tally.ts";

/** A request, and the seed that makes it again. */
export interface Seeded {
  request: FuzzRequest;
  seed: number;
}

export interface FuzzReport {
  requests: number;
  tally: Tally;
  /** Each with the request and its seed. */
  faults: string[];
  slowestMs: number;
  /** The most that a server had in memory, in MB. */
  memory: number;
}

const AT_ONCE = 2;
/** Requests from one good query to the next, and from one look at the memory to the next. */
const INTERVAL = 1_000;
const MOST_FAULTS = 20;
/** In MB, of a server of 10,000 requests: Miniflare's own grows by some 35 in 1,000 whatever the Worker does. */
const MOST_MEMORY = 1_200;

const GOOD = `{ actor(slug: "japan") { name partners(kind: RECIPROCAL_ACCESS, asOf: "2022-05-07") { nodes { name } } } }`;

export async function ask(address: string, query: string, extensions = {}): Promise<{ data: unknown }> {
  const { body } = await answerTo(address, posted("document", { query, extensions }));
  return JSON.parse(body) as { data: unknown };
}

/** Sends so many of the requests to a server, looks at each answer and at the server in between, and adds to the report. */
export async function lookAt(
  address: string,
  memory: () => number,
  requests: Iterator<Seeded, void>,
  count: number,
  report: FuzzReport,
  tell: (line: string) => void,
): Promise<void> {
  // As of a revision that no mutation of these changes.
  const askGood = async () => JSON.stringify(await ask(address, GOOD, { revision: 1 }));
  const good = await askGood();
  if (!good.includes("Australia")) report.faults.push(`the good query is answered ${good}`);

  async function look({ request, seed }: Seeded): Promise<void> {
    const blame = (fault: string) => {
      const text = `${fault}\n  seed ${seed}, ${request.kind}: ${shown(request)}\n`;
      report.faults.push(text);
      tell(text);
    };
    try {
      const answer = await answerTo(address, request);
      report.tally.add(request.kind, outcomeOf(answer));
      report.slowestMs = Math.max(report.slowestMs, answer.milliseconds);
      const faults = faultsOf(request, answer);
      if (faults.length > 0) blame(`${faults.join(", ")}: ${answer.status} ${answer.body.slice(0, 1_000)}`);
    } catch (error) {
      blame(error instanceof Error ? error.message : String(error));
    }
    report.requests += 1;
    if (report.requests % INTERVAL === 0) await lookAtServer(seed);
  }

  async function lookAtServer(seed: number): Promise<void> {
    const now = await askGood();
    if (now !== good) report.faults.push(`before the end of seed ${seed} the good query is answered ${now}`);
    const megabytes = memory();
    report.memory = Math.max(report.memory, megabytes);
    if (megabytes > MOST_MEMORY) report.faults.push(`the server has ${megabytes} MB: ${MOST_MEMORY} at most`);
    tell(`${report.requests} requests, ${report.faults.length} faults, ${megabytes} MB, seed ${seed}`);
  }

  let last = 0;
  let left = count;
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      while (left > 0 && report.faults.length < MOST_FAULTS) {
        left -= 1;
        const one = requests.next().value!;
        last = one.seed;
        await look(one);
      }
    }),
  );
  await lookAtServer(last);
}

function shown({ method, path, headers, body }: FuzzRequest): string {
  const { authorization, ...others } = headers;
  const all = authorization === undefined ? others : { ...others, authorization: authorization.slice(0, 20) };
  return `${method} ${path.slice(0, 3_000)} ${JSON.stringify(all)} ${String(body).slice(0, 6_000)}`;
}
