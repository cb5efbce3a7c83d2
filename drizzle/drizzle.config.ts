import { defineConfig } from "drizzle-kit";

export default defineConfig({
  dialect: "sqlite",
  schema: "./drizzle/tables/index.ts",
  out: "./drizzle/migrations",
});
