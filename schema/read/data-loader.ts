import { type Context, memoize } from "../context.ts";
import { asRead } from "../assertion.ts";
import { pause } from "../../src/domain/fault/pause.ts";

interface Batch {
  keys: unknown[];
  values: Promise<readonly unknown[]>;
}

/** DataLoader: reads what a field asks for in all rows of a list by one query. `group` is what these rows have in common. */
export async function loadBatched<Key, Value>(
  context: Context,
  group: object,
  key: Key,
  read: (keys: readonly Key[]) => Promise<readonly Value[]>,
): Promise<Value> {
  const batches = memoize(context, "batches", () => new Map<object, Batch>());
  const batch = batches.get(group) ?? begin();
  const place = batch.keys.push(key) - 1;
  return asRead<Value>((await batch.values)[place]);

  function begin(): Batch {
    const keys: Key[] = [];
    const values = pause(0).then(() => {
      batches.delete(group);
      return read(keys);
    });
    batches.set(group, { keys, values });
    return { keys, values };
  }
}
