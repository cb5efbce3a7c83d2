/** Stands for Yoga's own executor, which use-plans takes the place of. It is never called. */
export function normalizedExecutor(): never {
  throw new Error("use-plans executes");
}
