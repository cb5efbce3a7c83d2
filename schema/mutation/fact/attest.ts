import type { Day } from "../../../src/domain/time/day.ts";
import { type Fault, faultAt } from "../../../src/changes/fault.ts";
import { readLaterStatuses } from "../../../src/changes/load/later-status.ts";
import { jsonOf, readStored, type StoredNode } from "../../../src/changes/load/stored.ts";
import type { Draft } from "../../../src/changes/read/draft.ts";
import type { Proposal } from "../../../src/changes/submit.ts";
import { builder } from "../../builder.ts";
import { ChangePayload } from "../payload.ts";
import { refusal } from "../propose.ts";
import { havingField, missing } from "../seek.ts";
import { findRows } from "../../../src/changes/load/find-row.ts";
import { rowOfId } from "../row-id.ts";
import { ifRevisionArgument, writeArguments, type WriteArguments, writing } from "../write.ts";
import { badUserInput } from "../../error.ts";

const MOST_IDS = 100;

interface AttestArguments extends WriteArguments {
  ids: readonly string[];
  day: Day;
}

builder.mutationField("attest", (t) =>
  t.field({
    type: ChangePayload,
    description:
      "Says that somebody looked on a day and found open memberships, statuses, obligations or offices still so: they are CERTAIN until then. A fact keeps the last such day, its history has the others. Only of what has no end, and of an alliance's statuses only the last. For editors",
    args: {
      ids: t.arg.idList({
        required: true,
        description: `The memberships, statuses, obligations and offices, by ids or keys, at most ${MOST_IDS}`,
      }),
      day: t.arg({
        type: "Date",
        required: true,
        description:
          "The day on which it was found so: not after today (UTC), and later than the one it is attested on now",
      }),
      ...ifRevisionArgument(t.arg),
      ...writeArguments(t.arg),
    },
    resolve: writing<AttestArguments>("editor", async ({ ids, day }, { d1, now }) => {
      if (ids.length > MOST_IDS) throw badUserInput(`Argument "ids" has ${ids.length} ids: give at most ${MOST_IDS}`);
      const today = now.slice(0, 10);
      if (day > today) return refusal("/day", `${day} is still to come: today is ${today} (UTC)`);
      const among = havingField("attestedOn");
      const rows = await findRows(d1, ids, rowOfId, among);
      const keys = ids.map((id, index) => rowOfId(id) ?? rows[index]![0] ?? null);
      const { revision, nodes } = await readStored(
        d1,
        keys.filter((key) => key !== null),
      );
      const found = keys.map((key) => nodes.find(({ noun, id }) => noun === key?.noun && id === key.id) ?? null);
      const statuses = nodes.filter(({ noun }) => noun === "allianceStatuses").map(({ id }) => id);
      return { ...attestation(ids, found, day, await readLaterStatuses(d1, statuses)), base: revision };
    }),
  }),
);

function attestation(
  ids: readonly string[],
  found: readonly (StoredNode | null)[],
  day: Day,
  later: ReadonlyMap<number, string>,
): Proposal {
  const drafts: Draft[] = [];
  const faults: Fault[] = [];
  for (const [index, node] of found.entries()) {
    const place = { file: "", path: `/ids/${index}` };
    const why = node === null ? missing(havingField("attestedOn"), ids[index] ?? "") : whyNot(node, day, later);
    if (why !== null) faults.push(faultAt(place, why));
    else if (node !== null && found.indexOf(node) === index)
      drafts.push({ noun: node.noun, json: { ...jsonOf(node), attestedOn: day }, id: node.id, place });
  }
  const [first] = found;
  return { drafts, faults, ...(first != null && found.length === 1 && { about: first }) };
}

/** Why a node cannot be attested on the day, as far as it alone tells; null where it can. */
function whyNot({ noun, id, name, fields }: StoredNode, day: Day, later: ReadonlyMap<number, string>): string | null {
  if (!("attestedOn" in fields)) return `${name} is not attested: a membership, status, obligation or office is`;
  const next = noun === "allianceStatuses" ? later.get(id) : undefined;
  if (next !== undefined) return `the status ${next} came after it: attest that one`;
  const { attestedOn } = fields;
  return typeof attestedOn === "string" && attestedOn >= day ? `${name} is attested on ${attestedOn} already` : null;
}
