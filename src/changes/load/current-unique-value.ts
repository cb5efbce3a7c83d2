import { uniqueAs, type UniqueValue } from "../check/unique-constraint.ts";
import type { Entries } from "../read/entry.ts";
import type { Read, StoredRow } from "./pending-read.ts";
import { LISTED } from "../../../drizzle/query/json-parameter.ts";

/** Reads who has the codes, identifiers and organizations that entries have. */
export function readUniqueValues(
  entries: Entries,
  read: Read,
  uniqueValues: Pick<UniqueValue, "what" | "owner">[],
): void {
  const take = (what: (row: Record<string, string>) => string) => (rows: StoredRow[]) => {
    for (const row of rows as Record<string, string>[]) uniqueValues.push({ what: what(row), owner: row.owner ?? "" });
  };
  const actors = entries.actors.map(({ value }) => value);
  read(
    `SELECT slug AS owner, iso_alpha2 AS code FROM actors WHERE iso_alpha2 IN ${LISTED}`,
    actors.flatMap(({ isoAlpha2 }) => isoAlpha2 ?? []),
    take(({ code = "" }) => uniqueAs.isoAlpha2(code)),
  );
  read(
    `SELECT slug AS owner, iso_alpha3 AS code FROM actors WHERE iso_alpha3 IN ${LISTED}`,
    actors.flatMap(({ isoAlpha3 }) => isoAlpha3 ?? []),
    take(({ code = "" }) => uniqueAs.isoAlpha3(code)),
  );
  read(
    `SELECT actors.slug AS owner, scheme, identifiers.value FROM identifiers JOIN actors ON actors.id = actor_id WHERE identifiers.value IN ${LISTED}`,
    actors.flatMap(({ identifiers = [] }) => identifiers.map(({ value }) => value)),
    take(({ scheme = "", value = "" }) => uniqueAs.identifier(scheme, value)),
  );
  read(
    `SELECT alliances.slug AS owner, actors.slug AS organization FROM alliances JOIN actors ON actors.id = organization_id WHERE actors.slug IN ${LISTED}`,
    entries.alliances.flatMap(({ value }) => value.organization ?? []),
    take(({ organization = "" }) => uniqueAs.organization(organization)),
  );
}
