import type { Unavailable } from "../../domain/fault/unavailable.ts";

/** What does a request's work: once it is given up, it begins nothing more, and knows what to say of it. */
interface Worker {
  giveUp: () => Unavailable;
}

/** Waits for work until the deadline, and has something else in its place after that. */
export type InTime = <T>(work: Promise<T>, late: (fault: Unavailable) => T) => Promise<T>;

/** Every wait has the whole time, in milliseconds. */
export function deadline(milliseconds: number, worker: Worker, log: (line: object) => void): InTime {
  return <T>(work: Promise<T>, late: (fault: Unavailable) => T) =>
    new Promise<T>((resolve, reject) => {
      const answerLate = async () => {
        const fault = worker.giveUp();
        log({ level: "error", message: `no answer within ${milliseconds} ms` });
        return late(fault);
      };
      const timer = setTimeout(() => resolve(answerLate()), milliseconds);
      work.then(resolve, reject).finally(() => clearTimeout(timer));
    });
}

/** Waits for each part until the deadline; what is late is an error. */
export async function* eachInTime<T>(parts: AsyncGenerator<T>, inTime: InTime): AsyncGenerator<T> {
  for (;;) {
    const part = await inTime(parts.next(), (fault) => {
      throw fault;
    });
    if (part.done) return;
    yield part.value;
  }
}
