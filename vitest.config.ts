import { cloudflareTest, readD1Migrations } from "@cloudflare/vitest-plugin";
import { defineConfig } from "vitest/config";
import { buildWeb } from "./cli/build/build-web.ts";

// The Worker reads the trusted documents, and the browser the pages.
buildWeb();

const migrations = await readD1Migrations({
  migrationsDir: "drizzle/migrations",
  migrationsPattern: "drizzle/migrations/*/migration.sql",
});

/** What the Worker and its tests import. */
const LIBRARIES = [
  "@cfworker/json-schema",
  "@pothos/core",
  "@pothos/plugin-drizzle",
  "@pothos/selection-mapper",
  "bcp-47",
  "drizzle-orm",
  "drizzle-orm/d1",
  "drizzle-orm/sqlite-core",
  "drizzle-orm/sqlite-core/dialect",
  "fast-check",
  "graphql",
  "graphql-http",
  "graphql-yoga",
  "jose",
  "jose/errors",
  "jose/jwks/local",
  "jose/jwt/verify",
  "valibot",
];

export default defineConfig({
  test: {
    // Many tests cause faults on purpose, which are logged: only those of a test that fails are worth reading.
    silent: "passed-only",
    coverage: {
      // V8's own needs an inspector, and workerd has none.
      provider: "istanbul",
      include: ["src/domain/**", "src/server/**"],
      // They stand for what is never called.
      exclude: ["src/server/alias/**"],
      reporter: [["text", { skipFull: true }], "json"],
      thresholds: { branches: 100 },
    },
    // Most of a test's time is spent waiting: for a Worker to start, for a fault to end.
    maxWorkers: 3,
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
          include: ["test/**/*.worker.test.ts"],
          setupFiles: ["test/setup.ts"],
          // A Worker of its own for each file takes longer than its tests do: test/setup.ts empties the database.
          isolate: false,
          // The first request has every module of the Worker transformed: the fewer, the sooner it is answered.
          deps: { optimizer: { ssr: { enabled: true, include: LIBRARIES } } },
          testTimeout: 120_000,
          hookTimeout: 240_000,
        },
      },
      // Tests of what has neither input nor output, and runs anywhere.
      { test: { name: "unit", include: ["test/**/*.unit.test.ts"], environment: "node", testTimeout: 120_000 } },
      {
        test: {
          name: "node",
          include: ["test/**/*.node.test.ts", "test/**/*.browser.test.ts"],
          // `npm run test:long` has them run.
          exclude: process.env["TEST_LONG"] === undefined ? ["test/**/*.long.node.test.ts"] : [],
          environment: "node",
          globalSetup: "test/prepared/setup.ts",
          // Each starts a server or a browser of its own.
          testTimeout: 600_000,
          hookTimeout: 600_000,
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
