import { readdirSync, readFileSync } from "node:fs";

/** In ms, of the threads of some processes, by thread. */
type Times = Map<string, number>;

/** The processes and all that they have started, as of now. */
export function processTree(roots: readonly number[]): number[] {
  const children = Map.groupBy(
    readdirSync("/proc")
      .filter((name) => /^\d+$/.test(name))
      .flatMap((name) => {
        const parent = /\) \S (\d+)/.exec(read(`/proc/${name}/stat`))?.[1];
        return parent === undefined ? [] : [{ pid: Number(name), parent: Number(parent) }];
      }),
    ({ parent }) => parent,
  );
  const tree = [...roots];
  for (const pid of tree) tree.push(...(children.get(pid) ?? []).map((child) => child.pid));
  return tree;
}

/** What the processes have run so far, user and system: to the nanosecond, as the scheduler counts. */
export function cpuTimes(pids: readonly number[]): Times {
  const times: Times = new Map();
  for (const pid of pids) {
    for (const thread of list(`/proc/${pid}/task`)) {
      const nanoseconds = read(`/proc/${pid}/task/${thread}/schedstat`).split(" ")[0];
      if (nanoseconds !== undefined && nanoseconds !== "") times.set(`${pid}/${thread}`, Number(nanoseconds) / 1e6);
    }
  }
  return times;
}

/** In ms. A thread that ended meanwhile counts as far as it had been seen. */
export function cpuBetween(before: Times, after: Times): number {
  let sum = 0;
  for (const [thread, time] of after) sum += time - (before.get(thread) ?? 0);
  return sum;
}

function list(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function read(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
