import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    root: import.meta.dirname,
    include: ["**/*.node.test.ts"],
    globalSetup: "service/served.ts",
    testTimeout: 60_000,
    maxWorkers: 2,
  },
});
