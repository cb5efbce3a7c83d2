import { vi } from "vitest";

/** What was written to the console as a warning or an error while something was done. */
export async function saidDuring(act: () => Promise<void>): Promise<readonly string[]> {
  const said: string[] = [];
  const write = (...values: unknown[]): void => void said.push(values.map(String).join(" "));
  const spies = [
    vi.spyOn(console, "warn").mockImplementation(write),
    vi.spyOn(console, "error").mockImplementation(write),
  ];
  try {
    await act();
    return said;
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}

/** The type that graphcache wants to be told a key of, where that is what was said. */
export function wantedKey(line: string): string | null {
  return /create a custom `keys` config for `(\w+)`/.exec(line)?.[1] ?? null;
}
