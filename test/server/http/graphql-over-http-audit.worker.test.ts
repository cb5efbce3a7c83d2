import { serverAudits } from "graphql-http";
import { beforeAll, describe, expect, it } from "vitest";
import { fetchNoting } from "../../ask.ts";
import { loadDataset } from "../../load-dataset.ts";

beforeAll(loadDataset);

describe("the audit of GraphQL over HTTP", () => {
  const audits = serverAudits({
    url: "http://localhost/graphql",
    fetchFn: async (url: string, init?: RequestInit) => (await fetchNoting(new Request(url, init))).response,
  });

  it("has as many questions as when it was passed last", () => {
    expect(audits).toHaveLength(61);
  });

  it.each(audits.map(({ id, name, fn }) => [id, name, fn] as const))("%s: %s", async (_, __, audit) => {
    expect(await audit()).toMatchObject({ status: "ok" });
  });
});
