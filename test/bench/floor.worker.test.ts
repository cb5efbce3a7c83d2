import { env } from "cloudflare:workers";
import { beforeAll, expect, test } from "vitest";
import { withCursor, withPlainCursor } from "../../bench/contender/graphql-request.ts";
import { canonical } from "../../bench/measure/canonical.ts";
import { type QuestionName, type Sample, type Variables, variableSets } from "../../bench/query/variable-set.ts";
import floor from "../../bench/worker/floor.ts";
import { writeGlobalId } from "../../schema/node/global-id.ts";
import { ask } from "../ask.ts";
import { loadDataset } from "../load-dataset.ts";

const documents = import.meta.glob<string>("../../bench/query/*.graphql", {
  query: "?raw",
  import: "default",
  eager: true,
});

// The first page holds all that the data set has of it.
const sample: Sample = {
  places: [{ day: "0001-01-01", id: 0, row: 0 }],
  ids: [],
  states: ["japan", "united-kingdom", "australia"],
};

beforeAll(async () => {
  await loadDataset();
  const { data } = await ask<Record<string, { id: string }>>(`{
    state: actor(slug: "japan") { id }
    person: actor(slug: "fumio-kishida") { id }
    organization: actor(slug: "global-times") { id }
    alliance(slug: "nato") { id }
  }`);
  sample.ids.push(...Object.values(data).map(({ id }) => id), writeGlobalId("Statement", 1));
});

async function floorAnswers(document: string, variables: Variables): Promise<unknown> {
  const operationName = /query (\w+)/.exec(document)?.[1];
  const body = JSON.stringify({ operationName, variables: withPlainCursor(variables) });
  const response = await floor.fetch(new Request("http://localhost/graphql", { method: "POST", body }), env);
  const { data } = await response.json<{ data: unknown }>();
  return data;
}

test.each(Object.keys(variableSets) as QuestionName[])(
  "the hand-written statement of the bench answers %s as Entente does",
  async (name) => {
    const document = documents[`../../bench/query/${name.replace("-deep", "")}.graphql`]!;
    const sets = variableSets[name](sample);
    expect(sets).not.toEqual([]);
    for (const variables of sets) {
      const { data } = await ask(document, withCursor(variables));
      expect(canonical(await floorAnswers(document, variables))).toBe(canonical(data));
    }
  },
);
