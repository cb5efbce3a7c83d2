import { parseArgs } from "node:util";

/** The value of an option of ours among the arguments of another program, and the arguments without it. */
interface Taken {
  /** Undefined where the option is left out. */
  value: string | undefined;
  rest: string[];
}

/** Takes an option of ours out of arguments of which another program gets the rest. @throws an error that says what it takes */
export function takeOption(args: readonly string[], name: string, what: string): Taken {
  const { tokens } = parseArgs({
    args: [...args],
    options: { [name]: { type: "string" } },
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const own = tokens.flatMap((token) => (token.kind === "option" && token.name === name ? [token] : []));
  // Node takes an option that comes next for the value.
  if (own.some(({ value, inlineValue }) => !value || (!inlineValue && value.startsWith("-")))) {
    throw new Error(`--${name} takes ${what}`);
  }
  const taken = new Set(own.flatMap(({ index, inlineValue }) => (inlineValue ? [index] : [index, index + 1])));
  return { value: own.at(-1)?.value, rest: args.filter((_, index) => !taken.has(index)) };
}
