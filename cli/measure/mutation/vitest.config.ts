import { join } from "node:path";
import type { Plugin } from "vite";
import { defineConfig } from "vitest/config";
import base from "../../../vitest.config.ts";
import { instrument } from "./instrument.ts";

const { code } = await instrument();

const mutated: Plugin = {
  name: "mutated",
  enforce: "pre",
  load: (id) => code.get(id.split("?")[0]!) ?? null,
};

/** The projects whose tests run beside one another, over the code with all mutants in it. */
const projects = (base.test?.projects ?? []).flatMap((project) => {
  if (typeof project !== "object" || !("test" in project) || project.test?.name === "node") return [];
  const { plugins = [], test } = project;
  const runner = join(import.meta.dirname, "mutant-runner.ts");
  // A module's text does not tell how its mutants are numbered, and each run begins with one of them.
  return [{ plugins: [mutated, ...plugins], test: { ...test, runner, isolate: true, fsModuleCache: false } }];
});

export default defineConfig({ test: { projects, fsModuleCache: false } });
