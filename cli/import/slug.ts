import { nameKey } from "../../src/domain/text/name-key.ts";

/** A slug made of a name: its letters a to z and digits. Empty for a name without any. */
export function slugOf(name: string): string {
  return nameKey(name.replaceAll("&", " and "))
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 90)
    .replace(/^-|-$/g, "");
}
