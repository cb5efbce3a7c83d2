import { beforeAll, expect, it } from "vitest";
import { loadDataset } from "../load-dataset.ts";
import { type PayloadData, post } from "./send.ts";

const questions = import.meta.glob<string>("../queries/*/*.graphql", { query: "?raw", import: "default", eager: true });
const variables = import.meta.glob<{ dryRun: boolean }>("../queries/*/*.variables.json", {
  import: "default",
  eager: true,
});

beforeAll(loadDataset);

it.each(Object.keys(questions))("what GraphiQL offers as a dry run is one, and can be written: %s", async (file) => {
  const given = variables[file.replace(".graphql", ".variables.json")]!;
  expect(given.dryRun).toBe(true);
  const send = async (asked: object) => {
    const { data, errors } = await post("editor", questions[file]!, asked);
    expect(errors).toBeUndefined();
    return Object.values(data!)[0] as PayloadData;
  };
  const tried = await send(given);
  expect(tried).toMatchObject({ errors: [], node: null, revision: null });
  expect(tried.preview.map(({ action }) => action)).toEqual(["CREATED"]);
  const written = await send({ ...given, dryRun: false });
  expect(written).toMatchObject({ errors: [], preview: [], revision: { number: 2 } });
  expect(written.node).not.toBeNull();
});
