import { TEXT_VERSION } from "../../src/domain/text/index-text.ts";
import type { D1Client } from "../client/d1-client.ts";
import { indexed } from "./indexed.ts";

/** SQL of a migration: an empty database has all of its texts folded as this code does; of another nothing is known. */
export function notingVersion(): string {
  const isThere = Object.values(indexed).map(({ table }) => `EXISTS (SELECT 1 FROM ${table})`);
  return `INSERT INTO text_versions (id, version) SELECT 1, iif(${isThere.join(" OR ")}, 0, ${TEXT_VERSION}) WHERE true ON CONFLICT (id) DO UPDATE SET version = excluded.version WHERE excluded.version > 0`;
}

/** SQL: notes that what is not marked is folded as this code does. */
export const SETTING_VERSION = `INSERT INTO text_versions (id, version) VALUES (1, ${TEXT_VERSION}) ON CONFLICT (id) DO UPDATE SET version = excluded.version`;

/** Whether texts are folded in another way than this code does: then all of them are stale. */
export async function isOtherVersion(d1: D1Client): Promise<boolean> {
  const version = await d1.prepare("SELECT version FROM text_versions WHERE id = 1").first<number>("version");
  return version !== TEXT_VERSION;
}
