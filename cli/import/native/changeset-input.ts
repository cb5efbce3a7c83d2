import type { Changeset } from "../destination/batch.ts";
import { isNestedList, nestedLists } from "../file/piece.ts";

/** A change set as the mutation `applyChangeset` takes it, and where what it says stands in the change set. */
export interface ChangesetInput {
  input: Record<string, unknown[]>;
  /** The JSON pointer into the change set for a path in the mutation's arguments. */
  pointerOf: (path: readonly string[]) => string;
}

/** To GraphQL, the facts of alliances are lists beside that of alliances, not within it. */
export function changesetInput({ alliances, ...others }: Changeset): ChangesetInput {
  const input: Record<string, unknown[]> = { ...others };
  const origins = Object.fromEntries(nestedLists.map((list) => [list, [] as string[]]));
  for (const [index, entry] of (alliances ?? []).entries()) {
    const fields = Object.entries(entry as Record<string, unknown>);
    const alliance = Object.fromEntries(fields.filter(([name]) => !isNestedList(name)));
    (input["alliances"] ??= []).push(alliance);
    for (const [list, facts] of fields.filter(([name]) => isNestedList(name))) {
      for (const [inner, fact] of ((facts ?? []) as object[]).entries()) {
        (input[list] ??= []).push({ ...fact, alliance: alliance["slug"] });
        origins[list]!.push(`/alliances/${index}/${list}/${inner}`);
      }
    }
  }
  return {
    input,
    pointerOf([, list, index, ...rest]) {
      const origin = isNestedList(list) ? origins[list]![Number(index)] : `/${list}/${index}`;
      return [origin, ...rest].join("/");
    },
  };
}
