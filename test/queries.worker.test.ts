import { beforeAll, describe, expect, it } from "vitest";
import { env } from "cloudflare:workers";
import { parse } from "graphql";
import { Context } from "../schema/context.ts";
import { schema } from "../schema/index.ts";
import { explain } from "../schema/plan/explain.ts";
import { ask } from "./ask.ts";
import { loadDataset } from "./load-dataset.ts";

const questions = import.meta.glob<string>("./queries/*.graphql", { query: "?raw", import: "default", eager: true });
const variables = import.meta.glob<Record<string, unknown>>("./queries/*.variables.json", {
  import: "default",
  eager: true,
});

beforeAll(loadDataset);

describe("each golden query", () => {
  for (const [file, question] of Object.entries(questions)) {
    const name = file.slice("./queries/".length, -".graphql".length);
    const promised = Number(/^# (\d+) SQL statements?$/m.exec(question)?.[1]);

    it(`answers ${name} as written, in as many statements as promised`, async () => {
      // A text that no other test asks: the Worker, which they share, has no plan for it.
      const document = `# ${name}, read as a golden query\n${question}`;
      const { data, errors, statements } = await ask(document, variables[file.replace(".graphql", ".variables.json")]);
      expect(errors).toBeUndefined();
      expect(statements).toHaveLength(promised);
      await expect(`${JSON.stringify(data, null, 2)}\n`).toMatchFileSnapshot(`queries/${name}.json`);
      await expect(`${statements.join(";\n\n")};\n`).toMatchFileSnapshot(`queries/${name}.sql`);
    });

    it(`plans ${name} as written`, async () => {
      const today = () => "2026-11-24";
      const contextValue = new Context({ d1: env.DB, revision: null, now: 0, today, identity: null });
      const variableValues = variables[file.replace(".graphql", ".variables.json")] ?? {};
      const lines = await explain({ schema, document: parse(question), variableValues, contextValue });
      await expect(`${lines.join("\n")}\n`).toMatchFileSnapshot(`queries/${name}.plan`);
    });
  }
});
