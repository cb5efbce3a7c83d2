import { exported } from "../../src/changes/export.ts";
import type { Files } from "./write-files.ts";

/** One file a noun, the same bytes as of GET /export/NOUN.ndjson. */
export const ndjsonFiles: Files = Object.fromEntries(
  exported.map((noun) => [`${noun}.ndjson`, (source) => source.lines(noun)]),
);
