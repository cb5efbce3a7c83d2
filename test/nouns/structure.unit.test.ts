import { getTableName } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { liveTables } from "../../drizzle/history/live-table.ts";
import { auditedFields } from "../../drizzle/history/audited-field.ts";
import type { NounDescription, PartDescription } from "../../src/nouns/description.ts";
import { nounNames, nouns } from "../../src/nouns/index.ts";
import { partNames, parts } from "../../src/nouns/part/index.ts";
import { fieldsOf, nestedIn, nounOf, partsOf } from "../../src/nouns/structure.ts";

describe("what follows from tables and inputs", () => {
  it("has each table whose rows have a history as that of one noun or part", () => {
    const described = [...Object.values(nouns), ...Object.values(parts)].map(({ table }) => getTableName(table));
    expect(described.toSorted()).toEqual(liveTables.map(({ name }) => name).toSorted());
  });

  it.each([
    ...nounNames.map((noun) => [noun, nouns[noun]] as const),
    ...partNames.map((part) => [part, parts[part]] as const),
  ])(
    "takes each field of %s into a column, and tells of no column that is none",
    (name, of: NounDescription | PartDescription) => {
      const lists = name in nouns ? partsOf(name as keyof typeof nouns).map((part) => part.name) : [];
      const said = Object.keys(of.input?.entries ?? {}).filter((field) => !lists.includes(field));
      const columns = fieldsOf(of).map((field) => field.name);
      expect(columns.toSorted()).toEqual((of.input === null ? columns : said).toSorted());
      const live = liveTables.find((table) => table.name === getTableName(of.table))!;
      // What is worked out of other rows is told of, and nobody says it.
      const unsaid = auditedFields(live).filter((field) => !field.isWorkedOut && !columns.includes(field.name));
      // An event's date says its days.
      expect(unsaid.map((field) => field.name)).toEqual(name === "events" ? ["from", "to"] : []);
    },
  );

  it("knows what fields refer to, are at first, and are as booleans", () => {
    const field = (name: string) => fieldsOf(nouns.events).find((one) => one.name === name);
    expect(field("alliance")).toMatchObject({ column: "alliance_id", references: "alliances", initial: null });
    expect(field("versionOf")).toMatchObject({ references: "events" });
    expect(field("planned")).toMatchObject({ isBoolean: true, initial: false, references: null });
    expect(field("rank")).toMatchObject({ isBoolean: false, initial: "NORMAL" });
    expect(
      liveTables.find(({ name }) => name === "statements")?.columns.find(({ name }) => name === "ordinal"),
    ).toMatchObject({
      generated: "id",
    });
  });

  it("knows the parts of a noun and what is nested in it", () => {
    expect(partsOf("statements")).toEqual([
      { part: "statementTargets", name: "targets", column: "statement_id", property: "statementId" },
      { part: "citations", name: "citations", column: "statement_id", property: "statementId" },
    ]);
    expect(nestedIn("alliances").map(({ noun, field }) => [noun, field.name])).toEqual([
      ["allianceStatuses", "alliance"],
      ["memberships", "alliance"],
      ["obligations", "alliance"],
    ]);
    expect(nestedIn("actors")).toEqual([]);
  });

  it("finds a noun by its table, and no noun by that of a part", () => {
    expect(nounOf("alliance_statuses")).toBe("allianceStatuses");
    expect(() => nounOf("citations")).toThrow("citations is no noun's table");
  });
});
