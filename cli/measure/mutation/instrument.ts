import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Instrumenter } from "@stryker-mutator/instrumenter";
import { root } from "../../local/tool.ts";

/** One change to the code that tests are to notice. */
export interface Mutant {
  id: string;
  file: string;
  line: number;
  column: number;
  /** Which of Stryker's mutators made it. */
  mutator: string;
  original: string;
  replacement: string;
}

export interface Instrumented {
  mutants: Mutant[];
  /** The code with all mutants in it, by its path: `__stryker__.activeMutant` says which one holds. */
  code: ReadonlyMap<string, string>;
}

const none = () => undefined;
const silent = { trace: none, debug: none, info: none, warn: none, error: none, fatal: none };
const levels = {
  isTraceEnabled: () => false,
  isDebugEnabled: () => false,
  isInfoEnabled: () => false,
  isWarnEnabled: () => false,
  isErrorEnabled: () => false,
  isFatalEnabled: () => false,
};

/** All mutants of src/domain and src/server, numbered alike as long as these stay as they are. */
export async function instrument(): Promise<Instrumented> {
  const files = globSync("src/{domain,server}/**/*.ts", { cwd: root }).toSorted();
  const sources = files.map((file) => ({
    name: join(root, file),
    content: readFileSync(join(root, file), "utf8"),
    mutate: true,
  }));
  const made = await new Instrumenter({ ...silent, ...levels }).instrument(sources, {
    plugins: null,
    excludedMutations: [],
    ignorers: [],
  });
  const lines = new Map(sources.map(({ name, content }) => [name, content.split("\n")]));
  return {
    mutants: made.mutants.map(({ id, fileName, location: { start, end }, mutatorName, replacement }) => ({
      id,
      file: fileName.slice(root.length + 1),
      line: start.line + 1,
      column: start.column + 1,
      mutator: mutatorName,
      original: textBetween(lines.get(fileName)!, start, end),
      replacement,
    })),
    code: new Map(made.files.map(({ name, content }) => [name, content])),
  };
}

interface Position {
  line: number;
  column: number;
}

function textBetween(lines: readonly string[], start: Position, end: Position): string {
  const [first, ...rest] = lines.slice(start.line, end.line + 1);
  if (rest.length === 0) return first!.slice(start.column, end.column);
  return [first!.slice(start.column), ...rest.slice(0, -1), rest.at(-1)!.slice(0, end.column)].join("\n");
}
