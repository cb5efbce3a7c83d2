import * as fc from "fast-check";

/** Random choices. None is likelier for being small: fast-check's own bias would make every document deep and dull. */
export interface Draw {
  integer: (min: number, max: number) => number;
  chance: (percent: number) => boolean;
  oneOf: <T>(items: readonly T[]) => T;
  /** As many of them as there are between the two numbers. */
  several: <T>(min: number, max: number, make: () => T) => T[];
}

export function drawing(generate: fc.GeneratorValue): Draw {
  const integer = (min: number, max: number) => generate(() => fc.noBias(fc.integer({ min, max })));
  return {
    integer,
    chance: (percent) => integer(1, 100) <= percent,
    oneOf: (items) => items[integer(0, items.length - 1)]!,
    several: (min, max, make) => Array.from({ length: integer(min, max) }, make),
  };
}
