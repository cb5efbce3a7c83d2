import { cloudflareTest, readD1Migrations } from "@cloudflare/vitest-plugin";
import { defineConfig } from "vitest/config";
import { buildWeb } from "./cli/build-web.ts";

// The Worker reads the trusted documents, and the browser the pages.
buildWeb();

const migrations = await readD1Migrations({
  migrationsDir: "drizzle/migrations",
  migrationsPattern: "drizzle/migrations/*/migration.sql",
});

export default defineConfig({
  test: {
    coverage: {
      // V8's own needs an inspector, and workerd has none.
      provider: "istanbul",
      include: ["src/domain/**", "src/edge/**"],
      reporter: [["text", { skipFull: true }], "json"],
      thresholds: { branches: 100 },
    },
    projects: [
      {
        plugins: [
          cloudflareTest({
            wrangler: { configPath: "./wrangler.toml" },
            miniflare: {
              bindings: {
                MIGRATIONS: migrations,
                LOG_REQUESTS: "false",
                LIMIT_BUDGET: "0",
              },
            },
          }),
        ],
        test: {
          name: "worker",
          include: ["test/**/*.test.ts"],
          exclude: ["test/cli/**", "test/web/**"],
          setupFiles: ["test/setup.ts"],
          // The first request has every module of the Worker transformed.
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: "node",
          include: ["test/cli/**/*.test.ts", "test/web/**/*.test.ts"],
          environment: "node",
          testTimeout: 60_000,
          hookTimeout: 120_000,
          // Each starts a server or a browser of its own.
          fileParallelism: false,
        },
      },
    ],
  },
});
