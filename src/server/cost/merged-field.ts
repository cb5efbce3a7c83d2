import { type FieldNode, Kind, type SelectionSetNode } from "graphql";

/**
 * How many pairs of fields are one in the answer, with each fragment written out but not within itself: the validation
 * compares the two of each pair. Calls `write` for each selection, with the name of the fragment that it spreads.
 */
export function pairsIn(
  sets: readonly SelectionSetNode[],
  fragments: ReadonlyMap<string, SelectionSetNode>,
  write: (spread: string | null) => void,
  above: Iterable<string> = [],
): number {
  const fields = new Map<string, FieldNode[]>();
  const spread = new Set(above);
  const collect = ({ selections }: SelectionSetNode): void => {
    for (const selection of selections) {
      write(selection.kind === Kind.FRAGMENT_SPREAD ? selection.name.value : null);
      if (selection.kind === Kind.FIELD) {
        const key = (selection.alias ?? selection.name).value;
        const same = fields.get(key);
        if (same === undefined) fields.set(key, [selection]);
        else same.push(selection);
        continue;
      }
      if (selection.kind === Kind.INLINE_FRAGMENT) {
        collect(selection.selectionSet);
        continue;
      }
      const name = selection.name.value;
      const set = spread.has(name) ? undefined : fragments.get(name);
      spread.add(name);
      if (set !== undefined) collect(set);
    }
  };
  for (const set of sets) collect(set);
  let pairs = 0;
  for (const same of fields.values()) {
    const within = same.flatMap(({ selectionSet }) => selectionSet ?? []);
    pairs +=
      (same.length * (same.length - 1)) / 2 + (within.length > 0 ? pairsIn(within, fragments, write, spread) : 0);
  }
  return pairs;
}
