/** Writes generated treaties, with their statuses and memberships, into a D1 that holds the data set. */
import { fillAttestedUntil } from "../../../drizzle/query/horizon.ts";
import { revise } from "../../../src/changes/write/revision.ts";
import { addTo, insertsOf, type Rows, WRITTEN } from "./insert.ts";
import { generatedTreaties, TREATIES_TO_A_REGISTER } from "./treaty.ts";
import { partiesOf, registerRow, TreatyRows, type Used } from "./treaty-rows.ts";

/** D1 takes texts of 2 MB; a treaty is 5 kB of JSON on average. */
const TREATY_CHUNK = 50;

export interface MembershipOptions {
  memberships: number;
  seed: number;
  /** Told after each chunk how many memberships are written. */
  progress?: ((written: number) => void) | undefined;
}

/** How long each claim is borne out is worked out in the revision that writes it. */
export async function generateMemberships(
  d1: D1Database,
  { memberships, seed, progress }: MembershipOptions,
): Promise<void> {
  const used = await readUsed(d1);
  const parties = partiesOf(await readStates(d1), used);
  const made = new TreatyRows(used, parties.ids);
  let treaties = 0;
  let rows: Rows = { states: parties.rows };
  for (const treaty of generatedTreaties(seed, memberships)) {
    if (treaties % TREATIES_TO_A_REGISTER === 0) {
      addTo(rows, { registers: [registerRow(seed, treaties / TREATIES_TO_A_REGISTER, used)] });
    }
    addTo(rows, made.rowsOf(treaty));
    treaties += 1;
    if (treaties % TREATY_CHUNK === 0) await write();
  }
  if (rows.treaties !== undefined) await write();

  async function write(): Promise<void> {
    const firstOf = (table: "statuses" | "memberships") => Number(rows[table]?.[0]?.[0] ?? Number.MAX_SAFE_INTEGER);
    await revise(d1, WRITTEN, [
      ...insertsOf(d1, rows),
      d1.prepare(fillAttestedUntil("alliance_statuses", `fact.id >= ${firstOf("statuses")}`)),
      d1.prepare(fillAttestedUntil("memberships", `fact.id >= ${firstOf("memberships")}`)),
    ]);
    rows = {};
    progress?.(made.written);
  }
}

async function readStates(d1: D1Database): Promise<number[]> {
  const { results } = await d1
    .prepare(
      `select id from actors where type = 'STATE' order by (select count(*) from memberships where actor_id = actors.id) desc, id`,
    )
    .all<{ id: number }>();
  return results.map(({ id }) => id);
}

async function readUsed(d1: D1Database): Promise<Used> {
  const last = (table: string) => `(select coalesce(max(id), 0) from ${table})`;
  const used = await d1
    .prepare(
      `select ${last("actors")} as actor, ${last("alliances")} as alliance, ${last("articles")} as article,
        ${last("alliance_statuses")} as status, ${last("memberships")} as membership`,
    )
    .first<Used>();
  return used!;
}
