import { env } from "cloudflare:workers";
import { applyChangeset } from "../src/changes/apply.ts";

const files = import.meta.glob<unknown>(["../dataset/*.json", "!../dataset/changeset.schema.json"], {
  import: "default",
  eager: true,
});

/** Loads the shipped data set into this test file's own database. */
export async function loadDataset(): Promise<void> {
  const documents = Object.entries(files).map(([file, json]) => ({ file: file.replace("../", ""), json }));
  const outcome = await applyChangeset(env.DB, documents, {
    author: "test",
    reason: "The data set as shipped",
    now: "2026-11-24T00:00:00.000Z",
  });
  if (outcome.outcome === "refused") throw new Error(JSON.stringify(outcome.faults));
}
