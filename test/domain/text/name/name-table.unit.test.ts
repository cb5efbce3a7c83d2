import { describe, expect, it } from "vitest";
import { meant, namesIn, registerOf } from "./name-register.ts";
import table from "../../../text/name-table.json" with { type: "json" };
import world from "../../../text/name-world.json" with { type: "json" };

const names = namesIn(world);
const register = registerOf(names);

describe("a name in any script", () => {
  it.each(table.names)("$name is $slug, on the shortlist and among all names", ({ name, slug, exact }) => {
    expect(register.find(name)[0]).toMatchObject({ slug, exact });
    expect(meant(name, names)[0]).toMatchObject({ slug, exact });
  });

  it.each(table.strangers)("%s means nobody", (name) => expect(meant(name, names)).toEqual([]));
});

describe("the shortlist", () => {
  it("has all that is like a name", () => {
    for (const { name } of names) {
      const found = new Set(register.find(name).map(({ slug }) => slug));
      expect(found).toEqual(new Set(meant(name, names).map(({ slug }) => slug)));
    }
  });
});
