import { beforeAll, expect, it } from "vitest";
import { ask } from "../ask.ts";
import { loadDataset } from "../load-dataset.ts";
import { run } from "../revise.ts";

beforeAll(loadDataset);

it("says where each scalar is specified, which tools that write types look for", async () => {
  const { data } = await ask<{ schema: { types: { name: string; specifiedByURL: string | null }[] } }>(
    "{ schema: __schema { types { name specifiedByURL } } }",
  );
  const specified = data.schema.types.filter(({ specifiedByURL }) => specifiedByURL !== null);
  expect(specified.map(({ name }) => name).toSorted()).toEqual(["Date", "DateTime", "PartialDate", "URL"]);
  for (const { specifiedByURL } of specified) expect(specifiedByURL).toMatch(/^https:/);
});

it("a URL is answered as it was recorded, where a browser would write it otherwise", async () => {
  const url = "https://EXAMPLE.org:443";
  await run(`update articles set url = '${url}' where id = 1`);
  const QUESTION = `{ node(id: "MTpBcnRpY2xlOjE") { ... on Article { url } } }`;
  for (const time of ["first", "second"]) {
    const { data, errors } = await ask(QUESTION);
    expect([time, errors, data["node"]]).toEqual([time, undefined, { url }]);
  }
});
