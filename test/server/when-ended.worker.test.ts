import { expect, it } from "vitest";
import { whenEnded } from "../../src/server/when-ended.ts";

function watched(values: AsyncIterable<number>) {
  let ends = 0;
  const iterator = whenEnded(values, () => void (ends += 1));
  return { iterator, ends: () => ends };
}

const counting = async function* (to: number) {
  for (let n = 1; n <= to; n += 1) yield n;
};

it("hears of the end of what is read whole, once", async () => {
  const { iterator, ends } = watched(counting(3));
  const read: number[] = [];
  for await (const n of iterator) read.push(n);
  await iterator.next();
  await iterator.return!();
  expect([read, ends()]).toEqual([[1, 2, 3], 1]);
});

it("hears of a failure", async () => {
  const { iterator, ends } = watched({
    [Symbol.asyncIterator]: () => ({ next: () => Promise.reject(new Error("lost")) }),
  });
  await expect(iterator.next()).rejects.toThrow("lost");
  expect(ends()).toBe(1);
  expect(await iterator.return!()).toEqual({ done: true, value: undefined });
});

it("hears that the reader has gone, though a value is still awaited", async () => {
  const never = async function* () {
    await new Promise(() => undefined);
    yield 1;
  };
  const { iterator, ends } = watched(never());
  void iterator.next();
  void iterator.return!();
  expect(ends()).toBe(1);
});
