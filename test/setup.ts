import { applyD1Migrations, type D1Migration } from "cloudflare:test";
import { env } from "cloudflare:workers";

declare global {
  namespace Cloudflare {
    interface Env {
      /** The migrations that vitest.config.ts has read. */
      MIGRATIONS: D1Migration[];
    }
  }
}

if (env.MIGRATIONS.length === 0) throw new Error("No migrations found: see migrations_pattern in vitest.config.ts");
await applyD1Migrations(env.DB, env.MIGRATIONS);
