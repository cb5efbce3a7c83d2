import { draw, TIES, tieOf } from "../floor/network.ts";
import type { LoaderContext } from "./loaders.ts";

export async function network(_: unknown, { asOf, kinds }: { asOf: string; kinds: string[] }, { find }: LoaderContext) {
  const rows = await find(TIES, [asOf, JSON.stringify(kinds)]);
  return draw(rows.map((row) => tieOf(Object.values(row))));
}
