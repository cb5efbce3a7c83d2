/** D1 gives a function 32 arguments at most (https://developers.cloudflare.com/d1/platform/limits/). */
const MOST_PAIRS = 16;
/** Beside the object that they are added to. */
const MOST_ADDED = 15;

/** SQL: a JSON object of values by their names, which are those of fields, however many there are. */
export function jsonObject(pairs: readonly (readonly [name: string, value: string])[]): string {
  let object = `json_object(${pairs
    .slice(0, MOST_PAIRS)
    .map(([name, value]) => `'${name}', ${value}`)
    .join(", ")})`;
  for (let place = MOST_PAIRS; place < pairs.length; place += MOST_ADDED) {
    const more = pairs.slice(place, place + MOST_ADDED).map(([name, value]) => `'$.${name}', ${value}`);
    object = `json_insert(${object}, ${more.join(", ")})`;
  }
  return object;
}
