import type { Mutant } from "./instrument.ts";

export interface Finding extends Mutant {
  status: "killed" | "survived" | "not met";
  /** The test that killed it. */
  by?: string;
}

/** The score of each file and folder, and each mutant that lives. */
export function report(findings: readonly Finding[]): string {
  const living = findings.filter(({ status }) => status !== "killed");
  return [
    ...living.map(
      ({ file, line, status, mutator, original, replacement }) =>
        `${file}:${line} ${status}: ${mutator}: ${short(original)} → ${short(replacement)}`,
    ),
    ...scores(findings, ({ file }) => file),
    ...scores(findings, ({ file }) => file.slice(0, file.lastIndexOf("/"))),
    ...scores(findings, () => "all"),
  ].join("\n");
}

function scores(findings: readonly Finding[], groupOf: (finding: Finding) => string): string[] {
  return [...Map.groupBy(findings, groupOf)].map(([group, some]) => {
    const killed = some.filter(({ status }) => status === "killed").length;
    return `${group}: ${killed} of ${some.length} killed, ${((100 * killed) / some.length).toFixed(1)} %`;
  });
}

function short(code: string): string {
  const line = code.replace(/\s+/g, " ");
  return line.length > 100 ? `${line.slice(0, 100)}…` : line;
}
