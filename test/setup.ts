import { applyD1Migrations, type D1Migration, reset } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { emptyDatabase } from "./empty-database.ts";

declare global {
  namespace Cloudflare {
    interface Env {
      /** The migrations that vitest.config.ts has read. */
      MIGRATIONS: D1Migration[];
    }
  }
}

if (env.MIGRATIONS.length === 0) throw new Error("No migrations found: see migrations_pattern in vitest.config.ts");
// The same Worker has served other files: what they left is not for this one. A reset fails where rows refer to others.
await emptyDatabase(env.DB);
await reset();
await applyD1Migrations(env.DB, env.MIGRATIONS);
