import { env } from "cloudflare:workers";
import { expect, it } from "vitest";
import { jsonObject } from "../../../src/changes/load/json-object.ts";
import { MOST_ARGUMENTS, mostArguments } from "../../most-arguments.ts";

it.each([0, 1, 16, 17, 31, 32, 100])("an object of %i fields is made of functions that D1 takes", async (count) => {
  const values = Object.fromEntries(
    Array.from({ length: count }, (_, n) => [`field${n}`, n % 3 === 0 ? null : `${n}`]),
  );
  const pairs = Object.entries(values).map(([name, value]) => [name, value === null ? "NULL" : `'${value}'`] as const);
  const sql = `SELECT ${jsonObject(pairs)} AS json`;
  expect(mostArguments(sql)).toBeLessThanOrEqual(MOST_ARGUMENTS);
  expect(JSON.parse((await env.DB.prepare(sql).first<string>("json"))!)).toEqual(values);
});
