import type { Changeset } from "../destination/batch.ts";

/** A change set as the mutation `applyChangeset` takes it, and where what it says stands in the change set. */
export interface ChangesetInput {
  input: Record<string, unknown[]>;
  /** The JSON pointer into the change set for a path in the mutation's arguments. */
  pointerOf: (path: readonly string[]) => string;
}

/** To GraphQL, statuses and memberships are lists beside that of alliances, not within it. */
export function changesetInput({ alliances, ...others }: Changeset): ChangesetInput {
  const input: Record<string, unknown[]> = { ...others };
  const origins = { statuses: [] as string[], memberships: [] as string[] };
  for (const [index, entry] of (alliances ?? []).entries()) {
    const { statuses, memberships, ...alliance } = entry as Record<string, unknown>;
    (input["alliances"] ??= []).push(alliance);
    for (const [list, facts] of Object.entries({ statuses, memberships }) as ["statuses" | "memberships", unknown][]) {
      for (const [inner, fact] of ((facts ?? []) as object[]).entries()) {
        (input[list] ??= []).push({ ...fact, alliance: alliance["slug"] });
        origins[list].push(`/alliances/${index}/${list}/${inner}`);
      }
    }
  }
  return {
    input,
    pointerOf([, list, index, ...rest]) {
      const origin = list === "statuses" || list === "memberships" ? origins[list][Number(index)] : `/${list}/${index}`;
      return [origin, ...rest].join("/");
    },
  };
}
