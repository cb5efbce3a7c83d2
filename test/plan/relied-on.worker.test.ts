import { getSchemaConfig } from "@pothos/plugin-drizzle";
import { type GraphQLField, isObjectType } from "graphql";
import { describe, expect, it } from "vitest";
import page from "../../docs/plans.md?raw";
import { builder } from "../../schema/builder.ts";
import { schema } from "../../schema/index.ts";

const sources = import.meta.glob<string>(["../../schema/**/*.ts", "../../drizzle/**/*.ts", "../../test/**/*.test.ts"], {
  query: "?raw",
  import: "default",
});

const fields = Object.values(schema.getTypeMap())
  .filter((type) => isObjectType(type) && !type.name.startsWith("__"))
  .flatMap((type) =>
    Object.values((isObjectType(type) ? type.getFields() : {}) as Record<string, GraphQLField<unknown, unknown>>).map(
      (field) => ({ type: type.name, field }),
    ),
  );

/** The path in the project: files of the same folder are named from there. */
function pathOf(file: string): string {
  return file.startsWith("./") ? `test/plan/${file.slice(2)}` : file.replace("../../", "").replace(/^\.\.\//, "test/");
}

function fieldOf(type: string, name: string): GraphQLField<unknown, unknown> {
  return fields.find((one) => one.type === type && one.field.name === name)!.field;
}

describe("what plans rely on, and nobody documents", () => {
  const rows = [...page.matchAll(/^\| (?:Pothos|Drizzle): (.*?) \| `(.*?)` \| `(.*?)` \|$/gm)];

  it("is used where the page says, and each test that it names is there", async () => {
    expect(rows).toHaveLength(11);
    // A glob leaves out the file that it is in.
    const tests = ["test/plan/relied-on.worker.test.ts", ...Object.keys(sources).map((file) => pathOf(file))];
    for (const [, what, file, noticing] of rows) {
      const text = await sources[`../../${file}`]!();
      for (const [, word] of what!.matchAll(/`(\w+)`/g)) expect(text).toContain(word);
      expect(tests).toContain(noticing);
    }
  });

  it("all of it is on the page that the code asks of the extensions of fields", async () => {
    const used = new Set<string>();
    for (const [file, read] of Object.entries(sources)) {
      if (!file.startsWith("../../schema/")) continue;
      for (const [, word] of (await read()).matchAll(/\b(pothos[A-Z]\w+)/g)) used.add(word!);
    }
    expect(used.size).toBeGreaterThan(3);
    for (const word of used) expect(page).toContain(`\`${word}\``);
  });

  it("a field's resolver as it was written is kept beside the one that Pothos made of it", () => {
    const written = fieldOf("Alliance", "id").extensions["pothosOriginalResolve"] as (row: object) => string;
    expect(written({ id: 7 })).toBe(btoa("1:Alliance:7").replace(/=+$/, ""));
    expect(fieldOf("Alliance", "members").extensions["pothosOriginalResolve"]).toBeTypeOf("function");
  });

  it("a field that reads a relation is marked as one that may read by itself", () => {
    expect(fieldOf("Alliance", "parent").extensions["pothosResolveWrapped"]).toBe(true);
    expect(fieldOf("Query", "actor").extensions["pothosResolveWrapped"]).not.toBe(true);
  });

  it("the arguments of no field of ours are mapped", () => {
    const mapped = fields.filter(({ field }) => ((field.extensions["pothosArgMappers"] ?? []) as unknown[]).length > 0);
    expect(mapped.map(({ type, field }) => `${type}.${field.name}`)).toEqual([]);
  });

  it("the config tells the keys that are read with rows", () => {
    const { getPrimaryKey } = getSchemaConfig(builder);
    expect(getPrimaryKey("actors").map(({ name }) => name)).toEqual(["id"]);
  });
});
