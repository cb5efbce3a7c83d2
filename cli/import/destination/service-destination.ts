import { createHash } from "node:crypto";
import { draftsIn } from "../../../src/changes/read/draft.ts";
import type { Fault } from "../../../src/changes/fault.ts";
import type { ActorInput } from "../../../src/nouns/actor.ts";
import { readDrafts } from "../../../src/changes/read/reading.ts";
import type { Changeset } from "./batch.ts";
import { changesetInput } from "../native/changeset-input.ts";
import type { AppliedBatch, Destination } from "./destination.ts";
import { exportedActors, meets } from "../native/exported-actor.ts";
import { pauseAfter } from "./patience.ts";
import { ask, type Service } from "./service.ts";
import { SourceError } from "../file/source.ts";

/** A request may have 64 KB: there is room left for the document, the reason and the key. */
const MOST_BYTES = 60_000;
const ATTEMPTS = 8;

const APPLY = `mutation Import($input: ChangesetInput!, $key: String!, $reason: String!) {
  applyChangeset(input: $input, idempotencyKey: $key, reason: $reason) {
    revision { number changes(first: 100) { nodes { action } pageInfo { hasNextPage endCursor } } }
    errors { code message path }
  }
}`;

const MORE = `query Changes($number: Int!, $after: String!) {
  revision(number: $number) { changes(first: 100, after: $after) { nodes { action } pageInfo { hasNextPage endCursor } } }
}`;

interface Changes {
  nodes: { action: string }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

interface Payload {
  revision: { number: number; changes: Changes } | null;
  errors: { code: string; message: string; path: string[] }[];
}

/** A running service, through its API. */
export async function serviceDestination(service: Service): Promise<Destination> {
  const { dataset } = await ask(service, "{ dataset { revision } }", {});
  const { revision: start } = dataset as { revision: number };
  let actors: Promise<ActorInput[]> | undefined;
  return {
    mostBytes: MOST_BYTES,

    async actors(query) {
      return (await (actors ??= exportedActors(service))).filter(meets(query));
    },

    async apply(changeset, reason) {
      const faults = faultsOf(changeset);
      if (faults.length > 0) return { outcome: "refused", faults };
      const { input, pointerOf } = changesetInput(changeset);
      // Where it is imported again, the data may have been changed since: only what one run repeats has one key.
      const key = `import-${sha256([start, reason, input])}`;
      for (let attempt = 1; ; attempt += 1) {
        const { applyChangeset } = await ask(service, APPLY, { input, key, reason });
        const { revision, errors } = applyChangeset as Payload;
        if (errors.length === 0) return applied(service, revision, entriesIn(input));
        if (errors.every(({ code }) => code !== "CONFLICT")) {
          const faults = errors.map(({ message, path }) => ({ file: "", path: pointerOf(path), message }));
          return { outcome: "refused", faults };
        }
        if (attempt === ATTEMPTS) throw new SourceError(`${service.base.href}: ${errors[0]?.message}`);
        await pauseAfter(attempt);
      }
    },
  };
}

/**
 * What is wrong with a change set by itself, or that it is too large. GraphQL would refuse the whole request
 * for a field that is not there, and not the entry that has it.
 */
function faultsOf(changeset: Changeset): Fault[] {
  const { drafts, faults } = draftsIn([{ file: "", json: changeset }]);
  const all = [...faults, ...readDrafts(drafts).faults];
  if (all.length > 0) return all;
  const bytes = Buffer.byteLength(JSON.stringify(changesetInput(changeset).input));
  if (bytes <= MOST_BYTES) return [];
  const message = `has ${bytes} bytes as JSON, and the service takes ${MOST_BYTES} at once`;
  return Object.keys(changeset).map((list) => ({ file: "", path: `/${list}/0`, message }));
}

async function applied(service: Service, revision: Payload["revision"], entries: number): Promise<AppliedBatch> {
  const counts = { CREATED: 0, UPDATED: 0 };
  for (let changes = revision?.changes; changes !== undefined;) {
    for (const { action } of changes.nodes) if (action === "CREATED" || action === "UPDATED") counts[action] += 1;
    const { hasNextPage, endCursor } = changes.pageInfo;
    if (!hasNextPage) break;
    const more = await ask(service, MORE, { number: revision?.number, after: endCursor });
    changes = (more["revision"] as { changes: Changes } | null)?.changes;
  }
  const { CREATED: added, UPDATED: changed } = counts;
  return {
    outcome: "applied",
    revision: revision?.number ?? null,
    added,
    changed,
    unchanged: entries - added - changed,
  };
}

function entriesIn(input: Readonly<Record<string, unknown[]>>): number {
  return Object.values(input).reduce((total, list) => total + list.length, 0);
}

function sha256(json: unknown): string {
  return createHash("sha256").update(JSON.stringify(json)).digest("hex");
}
