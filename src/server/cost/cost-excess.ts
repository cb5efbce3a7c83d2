import { holds } from "./condition.ts";
import { type Costing, costOf, sizeOf } from "./cost.ts";
import type { Part } from "./cost-plan.ts";
import type { ArgumentSize } from "./list-size.ts";

/** Why an operation costs more than a limit. */
export interface Excess {
  /** The path, by the names in the answer, that leads to the most objects, and how many these are. */
  dearest: { path: string; cost: number };
  /** What would do, in words. */
  fit: string;
}

interface Chain {
  parts: readonly Part[];
  cost: number;
}

/** What costs most of an operation above the limit, and what would fit. */
export function excessOf(costing: Costing, limit: number): Excess {
  const { parts, cost } = dearestOf(costing);
  const pathTo = (length: number) => [costing.plan.root, ...parts.slice(0, length).map(({ name }) => name)].join(".");
  const fits = parts.flatMap(({ bound }, index) => {
    if (bound === null) return [];
    const to = fittingSize(costing, bound, limit);
    return [{ kept: to / bound.of(costing.variables), fit: `with ${bound.argument}: ${to} in ${pathTo(index + 1)}` }];
  });
  const [best] = fits.filter(({ kept }) => kept > 0).toSorted((a, b) => b.kept - a.kept);
  return {
    dearest: { path: pathTo(parts.length), cost: Math.round(cost) },
    fit: best?.fit ?? "in several requests",
  };
}

/** The chain of fields that leads to the most objects. */
function dearestOf({ plan, variables }: Costing): Chain {
  const none: Chain = { parts: [], cost: 0 };
  const chains: Chain[] = [];
  for (const parts of plan.selections) {
    const own = parts.map((part): Chain => {
      if (!holds(part.when, variables)) return none;
      const size = sizeOf(part, variables);
      const beneath = dearer(part.beneath.map((place) => chains[place]!));
      return dearer([
        { parts: [part], cost: part.extra + size },
        { parts: [part, ...beneath.parts], cost: size * beneath.cost },
      ]);
    });
    chains.push(dearer(own));
  }
  return chains.at(-1)!;

  function dearer(some: readonly Chain[]): Chain {
    return some.reduce((most, one) => (one.cost > most.cost ? one : most), none);
  }
}

/** The greatest size of a list, below what it is, with which the operation costs no more than the limit; 0 where there is none. */
function fittingSize(costing: Costing, size: ArgumentSize, limit: number): number {
  let [fits, exceeds] = [0, size.of(costing.variables)];
  while (exceeds - fits > 1) {
    const to = Math.floor((fits + exceeds) / 2);
    if (costOf(costing, { size, to }) <= limit) fits = to;
    else exceeds = to;
  }
  return fits;
}
