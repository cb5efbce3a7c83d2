import type { D1Client } from "../../drizzle/client/d1-client.ts";
import { type ApplyOptions, planChanges } from "../../src/changes/apply.ts";
import { type Preview, previewOf } from "../../src/changes/diff/preview.ts";
import { type ChangesetDocument, draftsIn } from "../../src/changes/read/draft.ts";
import { nouns } from "../../src/nouns/index.ts";
import { getTableName } from "drizzle-orm";

/** The changes that loading would make to a node that somebody has written with a token since it was loaded last. */
export interface TakenBack extends Preview {
  /** The last revision that wrote it so, and whose it was. */
  revision: number;
  editor: string;
}

/** The most edits that are told one by one. */
const MOST_TOLD = 20;

/** Lists the edits that loading documents would take back; nothing is written. */
export async function editsTakenBack(
  d1: D1Client,
  documents: readonly ChangesetDocument[],
  options: Pick<ApplyOptions, "texts" | "now" | "author">,
): Promise<TakenBack[]> {
  // As long as nobody has written with a token, there is nothing to look for.
  if ((await d1.prepare("SELECT 1 FROM revisions WHERE subject IS NOT NULL LIMIT 1").first()) === null) return [];
  const plan = await planChanges(d1, draftsIn(documents), options);
  if (plan.outcome === "refused") return [];
  const updates = (await previewOf(d1, plan)).filter(({ action }) => action === "UPDATED");
  const edits = await readEdits(d1, updates, options.author);
  return updates.flatMap((update) => {
    const edit = edits.get(keyOf(getTableName(nouns[update.noun].table), update.id ?? 0));
    return edit === undefined ? [] : [{ ...update, ...edit }];
  });
}

/** The last revision with a token of each node, where it came after the last time that it was loaded. */
async function readEdits(d1: D1Client, previews: readonly Preview[], loader: string) {
  const keys = previews.map(({ noun, id }) => [getTableName(nouns[noun].table), id]);
  const { results } = await d1
    .prepare(
      `SELECT changes.noun, changes.node_id AS id,
        max(iif(revisions.subject IS NOT NULL, revisions.number, 0)) AS edited,
        max(iif(revisions.subject IS NULL AND revisions.author = ?2, revisions.number, 0)) AS loaded
      FROM json_each(?1) AS wanted
      JOIN changes ON changes.noun = wanted.value ->> 0 AND changes.node_id = wanted.value ->> 1
      JOIN revisions ON revisions.number = changes.revision
      GROUP BY changes.noun, changes.node_id HAVING edited > loaded`,
    )
    .bind(JSON.stringify(keys), loader)
    .all<{ noun: string; id: number; edited: number }>();
  const authors = await d1
    .prepare("SELECT number, author FROM revisions WHERE number IN (SELECT value FROM json_each(?))")
    .bind(JSON.stringify(results.map(({ edited }) => edited)))
    .all<{ number: number; author: string }>();
  const byNumber = new Map(authors.results.map(({ number, author }) => [number, author]));
  return new Map(
    results.map(({ noun, id, edited }) => [keyOf(noun, id), { revision: edited, editor: byNumber.get(edited) ?? "" }]),
  );
}

function keyOf(noun: string, id: number): string {
  return `${noun} ${id}`;
}

/** The message that lists what would be taken back, a line each, and says what to do. */
export function takenBackTold(edits: readonly TakenBack[]): string {
  const lines = edits.slice(0, MOST_TOLD).map(({ noun, name, fields, editor, revision }) => {
    const changes = fields.map((field) => `${field.name}: ${field.before ?? "none"} → ${field.after ?? "none"}`);
    return `  ${nouns[noun].word} ${name} (${editor}, revision ${revision}): ${changes.join("; ")}`;
  });
  const more = edits.length > MOST_TOLD ? [`  and ${edits.length - MOST_TOLD} more`] : [];
  return [
    `Loading would take back what editors have written:`,
    ...lines,
    ...more,
    "Nothing was loaded. The same command with --over-edits loads over it.",
  ].join("\n");
}
