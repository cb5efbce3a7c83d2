/**
 * What is made when it is first asked for, and once. A pattern with classes of Unicode takes V8 0.1 to 0.4 ms to build, and most
 * isolates that start never use one.
 */
export function lazily<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}
