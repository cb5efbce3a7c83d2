/**
 * The values of another iterable, whose end is heard of once: when there are no more, when it fails, or when its reader has
 * gone, which does not wait for the value that is awaited.
 */
export function whenEnded<T>(values: AsyncIterable<T>, ended: () => void): AsyncIterableIterator<T> {
  const iterator = values[Symbol.asyncIterator]();
  let isEnded = false;
  const end = () => {
    if (!isEnded) ended();
    isEnded = true;
  };
  return {
    [Symbol.asyncIterator]() {
      return this;
    },
    async next() {
      try {
        const result = await iterator.next();
        if (result.done === true) end();
        return result;
      } catch (error) {
        end();
        throw error;
      }
    },
    async return(value?: unknown) {
      end();
      await iterator.return?.(value);
      return { done: true, value: undefined };
    },
  };
}
