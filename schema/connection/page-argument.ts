import type { ArgumentBuilder } from "../builder.ts";

/** The arguments of every connection. */
export function pageArguments(arg: ArgumentBuilder) {
  return {
    before: arg.string({ description: "Only what comes before this cursor of the same field and arguments" }),
    after: arg.string({ description: "Only what comes after this cursor of the same field and arguments" }),
    first: arg.int({
      description: "At most this many from the start, 1 to 100; 20 when neither first nor last is given",
    }),
    last: arg.int({ description: "At most this many from the end, 1 to 100; not together with first" }),
  };
}
