import type { AllianceKind } from "../../../src/domain/vocabulary.ts";
import { cell, type TableRow } from "../file/table-row.ts";

const OBLIGATIONS: readonly [column: string, type: string, kind: AllianceKind, noun: string][] = [
  ["defense", "Type I:", "DEFENCE_PACT", "defence pact"],
  ["neutrality", "Type II:", "NEUTRALITY", "neutrality pact"],
  ["nonaggression", "Type II", "NON_AGGRESSION", "non-aggression pact"],
  ["entente", "Type III:", "ENTENTE", "entente"],
];

/**
 * The strongest obligation that any member had in any spell: COW's flags are of the spell, our
 * kind is of the alliance. Where no flag is set, COW's own type of the alliance says it.
 */
export function cowKind(spells: readonly TableRow[]): AllianceKind {
  const byFlag = OBLIGATIONS.find(([column]) => spells.some((row) => cell(row, column) === "1"));
  const byType = OBLIGATIONS.find(([, type]) => spells.some((row) => cell(row, "ss_type").startsWith(type)));
  return (byFlag ?? byType)?.[2] ?? "ENTENTE";
}

/** A name for an alliance that COW only numbers: its first members, what it is, and its year. */
export function cowName(members: readonly string[], kind: AllianceKind, year: string): string {
  const noun = OBLIGATIONS.find(([, , one]) => one === kind)?.[3] ?? "alliance";
  const more = members.length > 3 ? ` and ${members.length - 2} others` : "";
  const shown = members.length > 3 ? members.slice(0, 2).join(", ") : members.join("–");
  return `${shown}${more}: ${noun} of ${year}`;
}
