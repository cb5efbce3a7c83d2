import { existsSync } from "node:fs";
import { join } from "node:path";

/** Where Debian's package `postgresql` has its programs. */
export const PROGRAMS = "/usr/lib/postgresql/15/bin";

/** What to do where PostgreSQL 15 is not there; null where it is. */
export function missingPostgres(): string | null {
  return existsSync(join(PROGRAMS, "postgres"))
    ? null
    : "PostgreSQL 15 is not installed (apt-get install postgresql, on Debian 12)";
}
