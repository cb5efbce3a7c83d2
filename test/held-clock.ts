import { vi } from "vitest";

/** So many turns of the event loop nothing may happen before what is at work is taken to wait for the clock. */
const QUIET_TURNS = 4;

let underWay = 0;
/** How often a question to the database was begun or ended. */
let noted = 0;
const awaited = new Set<Promise<unknown>>();
let driving = false;

/** Notes a question to the database: as long as it is under way, a held clock stands still. */
export async function noting<T>(question: () => Promise<T>): Promise<T> {
  underWay += 1;
  noted += 1;
  try {
    return await question();
  } finally {
    underWay -= 1;
    noted += 1;
  }
}

/**
 * Holds the clock of the test and of the Worker, which share one, until `vi.useRealTimers()`: then it only goes on in `whileTimePasses`.
 * A test is as long as it takes, and what it measures is always the same.
 */
export function holdClock(): void {
  vi.useFakeTimers({
    now: Date.now(),
    toFake: ["Date", "setTimeout", "clearTimeout", "setInterval", "clearInterval"],
  });
}

/**
 * Has time pass on the held clock until some work is done: from one timer to the next, and never while somebody has anything to do.
 * Several may have it pass at once.
 */
export async function whileTimePasses<T>(work: Promise<T>): Promise<T> {
  awaited.add(work);
  void drive();
  try {
    return await work;
  } finally {
    awaited.delete(work);
  }
}

/** So much time on the held clock. */
export function later(milliseconds: number): Promise<void> {
  return whileTimePasses(wait(milliseconds));
}

/** A timer of the clock that is there, held or not. */
export async function wait(milliseconds: number): Promise<void> {
  await new Promise<void>((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}

async function drive(): Promise<void> {
  if (driving) return;
  driving = true;
  try {
    for (await quiet(); awaited.size > 0; await quiet()) await vi.advanceTimersToNextTimerAsync();
  } finally {
    driving = false;
  }
}

async function quiet(): Promise<void> {
  for (let [turns, seen] = [0, -1]; turns < QUIET_TURNS && awaited.size > 0; turns += 1) {
    if (underWay > 0 || seen !== noted) turns = 0;
    seen = noted;
    await scheduler.wait(1);
  }
}
