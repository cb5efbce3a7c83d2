import { WaitingLine } from "../../domain/fault/waiting-line.ts";

const lines = new WeakMap<object, WaitingLine>();

/**
 * Those who write into a database in this isolate. Only one of them could write the next revision: one after the other, each
 * plans and writes once, and reads come in between. Writers of other isolates are met by `submit`.
 */
export function writersOf(database: object, clock: () => number): WaitingLine {
  const line = lines.get(database) ?? new WaitingLine(clock);
  lines.set(database, line);
  return line;
}
