import type { Draw } from "../../../test/random/draw.ts";
import { writeCursor } from "../../../schema/connection/cursor.ts";
import { damagedBytes } from "./damaged-text.ts";
import { hostileTexts, wrongValues } from "./hostile-text.ts";

const LISTS = ["actors", "alliances", "articles", "statements", "events", "revisions", "disagreements"];

/** Pages that begin at a cursor whose seal is right and whose values are any, for the seal is no secret; or a damaged one. */
export function forgedCursors() {
  return (draw: Draw): { query: string; variables: Record<string, unknown> } => {
    const { oneOf, chance, several, integer } = draw;
    const list = oneOf(LISTS);
    const value = (): unknown =>
      chance(40)
        ? oneOf(hostileTexts)
        : chance(50)
          ? integer(-5, 500)
          : oneOf([...wrongValues, "0001-01-01", "2022-05-07", "Japan"]);
    const position = several(0, chance(90) ? 3 : 300, value) as (string | number)[];
    const sealed = writeCursor(`Query.${list}{}`, position);
    const cursor = chance(85) ? sealed : damagedBytes(draw, sealed).toString();
    const query = `query ($cursor: String, $n: Int) { ${list}(${oneOf(["first: $n, after", "last: $n, before"])}: $cursor) { totalCount edges { cursor } pageInfo { hasNextPage hasPreviousPage } } }`;
    return { query, variables: { cursor, n: oneOf([1, 2, 20, 100]) } };
  };
}
