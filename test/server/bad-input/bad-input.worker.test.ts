import { beforeAll, describe, expect, it } from "vitest";
import { fetchNoting } from "../../ask.ts";
import { loadDataset } from "../../load-dataset.ts";
import { data } from "./data.ts";
import { shapes } from "./shape.ts";
import { transports } from "./transport.ts";

beforeAll(loadDataset);

const LEAK = /D1_|SQLITE|sqlite|\bselect\b.*\bfrom\b|at .*\.ts:\d|node_modules|stack/i;

describe.each([
  ["shape", shapes],
  ["transport", transports],
  ["data", data],
])("a request that is bad by its %s is refused before D1 hears of it", (_, cases) => {
  it.each(cases.map((one) => [one.name, one] as const))("%s", async (_name, { request, status, code }) => {
    const { response, statements } = await fetchNoting(request());
    const text = await response.text();
    const { errors } = JSON.parse(text) as { errors: { message: string; extensions: { code: string } }[] };
    expect({ status: response.status, code: errors[0]?.extensions.code, statements }).toEqual({
      status,
      code,
      statements: [],
    });
    expect(errors[0]?.message).not.toBe("");
    expect(text.replace(/"SELECT[^"]*"/, "")).not.toMatch(LEAK);
    expect(text.length).toBeLessThan(25_000);
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(response.headers.get("content-type")).toMatch(/^application\/(graphql-response\+)?json/);
  });
});

it("the catalogue has a hundred and fifty cases at least, all of different names", () => {
  const names = [...shapes, ...transports, ...data].map(({ name }) => name);
  expect(names.length).toBeGreaterThanOrEqual(150);
  expect(new Set(names).size).toBe(names.length);
});
