import { nameKey } from "../../src/domain/text/name/name-key.ts";

/**
 * A slug made of a name: its letters a to z and digits. Empty for a name without any. Slugs are addresses and stay, so initials
 * and numbers are parted in them as they are written, G-20 in two, which the key of the name is not.
 */
export function slugOf(name: string): string {
  return name
    .toWellFormed()
    .normalize("NFKC")
    .replaceAll("&", " and ")
    .replace(/[.'’‘ʼ`]/g, "")
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .map(nameKey)
    .filter((word) => word !== "")
    .join("-")
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 90)
    .replace(/^-|-$/g, "");
}
