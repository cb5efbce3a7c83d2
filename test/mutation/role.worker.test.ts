import { beforeAll, expect, it } from "vitest";
import { isInputObjectType, isListType, isNonNullType, isEnumType, type GraphQLInputType } from "graphql";
import { schema } from "../../schema/index.ts";
import type { Role } from "../../src/domain/role.ts";
import { contents } from "../changes/database.ts";
import { loadDataset } from "../load-dataset.ts";
import { post } from "./send.ts";

beforeAll(loadDataset);

/** The mutations that take the role admin. */
const forAdmins = ["mergeActors", "reindex"];

/** What changes no data needs no reason, and is answered otherwise. */
const answers: Readonly<Record<string, string>> = { reindex: "folded stale" };

const mutations = Object.values(schema.getMutationType()!.getFields());

/** Any value that GraphQL takes for the type. */
function sample(type: GraphQLInputType): string {
  if (isNonNullType(type)) return sample(type.ofType);
  if (isListType(type)) return `[${sample(type.ofType)}]`;
  if (isEnumType(type)) return type.getValues()[0]!.name;
  if (isInputObjectType(type)) {
    const needed = Object.values(type.getFields()).filter((field) => isNonNullType(field.type));
    return `{ ${needed.map((field) => `${field.name}: ${sample(field.type)}`).join(", ")} }`;
  }
  if (type.toString() === "Date") return '"2022-05-07"';
  return type.toString() === "Int" ? "1" : '"x"';
}

const calls = mutations.map(({ name, args: declared }): [string, string] => {
  const needed = declared.filter((arg) => isNonNullType(arg.type));
  // A reason that is none: whoever may write is told so.
  const given = needed.map((arg) => `${arg.name}: ${arg.name === "reason" ? '""' : sample(arg.type)}`);
  const args = given.length === 0 ? "" : `(${given.join(", ")})`;
  return [name, `mutation { ${name}${args} { ${answers[name] ?? "revision { number } errors { code path }"} } }`];
});

const codeFor = async (role: Role | null, query: string) => (await post(role, query)).errors?.[0]?.extensions.code;

const writers: readonly Role[] = ["editor", "admin"];
const mayWrite = (role: Role, name: string) => role === "admin" || !forAdmins.includes(name);

it.each(calls)(
  "%s is UNAUTHENTICATED for nobody and FORBIDDEN for a lower role, and writes nothing",
  async (name, query) => {
    const before = await contents();
    expect(await codeFor(null, query)).toBe("UNAUTHENTICATED");
    for (const role of ["reader", ...writers.filter((role) => !mayWrite(role, name))] as const) {
      expect(await codeFor(role, query)).toBe("FORBIDDEN");
    }
    expect(await contents()).toEqual(before);
  },
);

it.each(calls.filter(([name]) => !(name in answers)))(
  "%s is open to who has the role, and tells them that a reason is needed",
  async (name, query) => {
    for (const role of writers.filter((role) => mayWrite(role, name))) {
      const { data, errors } = await post(role, query);
      expect(errors).toBeUndefined();
      // What else is wrong with the sample is told after it.
      const told = data![name]!.errors.map(({ code, path }) => [code, path]);
      expect(told[0]).toEqual(["BAD_USER_INPUT", ["reason"]]);
      expect(new Set(told.map(([code]) => code))).toEqual(new Set(["BAD_USER_INPUT"]));
    }
  },
);
