import type { D1Client } from "../../../drizzle/client/d1-client.ts";
import { fillAttestedUntil, lastingTables, membershipsBesides } from "../../../drizzle/query/horizon.ts";
import type { Difference } from "../diff/difference.ts";
import { nounOf } from "../../nouns/structure.ts";
import { jsonParameters, LISTED } from "../../../drizzle/query/json-parameter.ts";

/**
 * The statements that work out until when facts are known to hold, after all else of the revision is written: those whose
 * rows or citations it writes, and memberships that a written status or party bears out. A later edit of an article moves none.
 */
export function horizonStatements(d1: D1Client, difference: Difference): D1PreparedStatement[] {
  const written = lastingTables.flatMap((table) => {
    const noun = nounOf(table);
    const ids = [...difference.inserts[noun].map(([id]) => Number(id)), ...difference.touched[noun]];
    return bindAll(fillAttestedUntil(table, `fact.id IN ${LISTED}`), ids);
  });
  const besides = (["alliance_statuses", "memberships"] as const).flatMap((table) => {
    const noun = nounOf(table);
    const ids = [
      ...difference.inserts[noun].map(([id]) => Number(id)),
      ...difference.touched[noun],
      ...difference.deletes[noun],
    ];
    return bindAll(fillAttestedUntil("memberships", membershipsBesides(table)), ids);
  });
  return [...written, ...besides];

  function bindAll(sql: string, ids: readonly number[]): D1PreparedStatement[] {
    return jsonParameters(ids).map((parameter) => d1.prepare(sql).bind(parameter));
  }
}
