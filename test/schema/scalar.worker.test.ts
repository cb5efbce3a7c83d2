import { beforeAll, expect, it } from "vitest";
import { ask } from "../ask.ts";
import { loadDataset } from "../load-dataset.ts";
import { run } from "../revise.ts";

beforeAll(loadDataset);

it("a URL is answered as it was recorded, where a browser would write it otherwise", async () => {
  const url = "https://EXAMPLE.org:443";
  await run(`update articles set url = '${url}' where id = 1`);
  const QUESTION = `{ node(id: "MTpBcnRpY2xlOjE") { ... on Article { url } } }`;
  for (const time of ["first", "second"]) {
    const { data, errors } = await ask(QUESTION);
    expect([time, errors, data["node"]]).toEqual([time, undefined, { url }]);
  }
});
