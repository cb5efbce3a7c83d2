import type { Draw } from "./draw.ts";

interface Variable {
  type: string;
  /** What its values are for. */
  sort: string;
  /** A literal; null where it has no default. */
  usual: string | null;
  value: () => unknown;
}

/** The variables of a document. */
export function randomVariables({ chance }: Draw) {
  const variables = new Map<string, Variable>();
  return {
    /** The name of a variable of the type, new or already there, whose values are for the same. */
    nameFor(type: string, sort: string, value: () => unknown, literal: (value: unknown) => string): string {
      const known = [...variables].find(([, one]) => one.sort === sort && one.type === type);
      if (known !== undefined && chance(50)) return known[0];
      const usual = chance(30) ? literal(value()) : null;
      const name = `${sort.replaceAll(".", "_")}_${variables.size + 1}`;
      // Where a default is not null, so is the variable.
      variables.set(name, { type: usual !== null && chance(50) ? type.replace(/!$/, "") : type, sort, usual, value });
      return name;
    },

    /** How an operation declares the variables that it uses. */
    declared(used: ReadonlySet<string>): string {
      const declarations = [...used].map((name) => {
        const { type, usual } = variables.get(name)!;
        return `$${name}: ${type}${usual === null ? "" : ` = ${usual}`}`;
      });
      return declarations.length === 0 ? "" : `(${declarations.join(", ")})`;
    },

    /** Values for them; what may be left out, or be null, now and then is. */
    given(used: ReadonlySet<string>): Record<string, unknown> {
      const values: Record<string, unknown> = {};
      for (const name of used) {
        const { type, usual, value } = variables.get(name)!;
        const isRequired = type.endsWith("!");
        if (chance(20) && (!isRequired || usual !== null)) continue;
        values[name] = !isRequired && chance(10) ? null : value();
      }
      return values;
    },
  };
}

export type RandomVariables = ReturnType<typeof randomVariables>;
