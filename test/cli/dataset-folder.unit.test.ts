import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { isBuilt } from "../../cli/build/build-web.ts";
import { datasetFolder, settingsOf } from "../../cli/local/dataset-folder.ts";
import { licenceFault, nameFault, SHIPPED } from "../../src/domain/about.ts";

const root = join(import.meta.dirname, "../..");
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "entente-own-"));
  cpSync(join(root, "examples/own-facts"), folder, { recursive: true });
  onTestFinished(() => rmSync(folder, { recursive: true }));
});

describe("a folder of facts of one's own", () => {
  it("has a name, a licence, questions, a database and pages of its own", () => {
    const own = datasetFolder(folder);
    expect(own).toMatchObject({ isShipped: false, about: { name: "Three Meres", licence: "CC0-1.0" } });
    expect(own.files.map((file) => basename(file))).toEqual(["facts.json"]);
    expect(own.questions).toBe(join(folder, "questions"));
    expect(settingsOf(own)).toEqual({ DATASET_NAME: "Three Meres", DATASET_LICENCE: "CC0-1.0" });
    const shipped = datasetFolder();
    expect([own.persistTo, own.pages]).not.toEqual([shipped.persistTo, shipped.pages]);
  });

  it("has its own database also where another folder is called alike", () => {
    const other = join(folder, basename(folder));
    cpSync(join(root, "examples/own-facts"), other, { recursive: true });
    expect(datasetFolder(other).persistTo).not.toBe(datasetFolder(folder).persistTo);
    expect(datasetFolder(join(root, "examples/own-facts")).persistTo).toBe(
      join(root, ".wrangler/dataset/examples/own-facts/state"),
    );
  });

  it.each([
    ["", /about\.json is not JSON: write \{"name"/],
    ["null", /about\.json: name is null: give a name of 1 to 100 characters/],
    ['{"name": " ", "licence": "CC0-1.0"}', /about\.json: name is " ": give a name/],
    ['{"name": "Three Meres"}', /about\.json: licence is null: give an SPDX identifier such as CC-BY-4\.0/],
    ['{"name": "Three Meres", "licence": "CC BY 4.0"}', /licence is "CC BY 4\.0": give an SPDX identifier/],
  ])("is refused with %j for what it is called", (text, complaint) => {
    writeFileSync(join(folder, "about.json"), text);
    expect(() => datasetFolder(folder)).toThrow(complaint);
  });

  it("is refused without that, and where there is none", () => {
    rmSync(join(folder, "about.json"));
    expect(() => datasetFolder(folder)).toThrow(/about\.json is missing: write \{"name"/);
    expect(() => datasetFolder(join(folder, "nowhere"))).toThrow("nowhere: there is no such folder");
  });
});

describe("the data set that ships", () => {
  it("is what is meant where no folder is said, and by its own folder", () => {
    for (const path of [undefined, join(root, "dataset")]) {
      expect(datasetFolder(path)).toMatchObject({ isShipped: true, about: SHIPPED });
      expect(settingsOf(datasetFolder(path))).toEqual({});
    }
    expect(datasetFolder().files.map((file) => basename(file))).not.toContain("changeset.schema.json");
  });
});

describe("the pages of a data set", () => {
  it("are built anew where a question is changed, has come or is gone, whatever its date", () => {
    const { isShipped, questions } = datasetFolder(folder);
    const pages = join(folder, "pages");
    const now = Date.now() / 1000;
    const age = (path: string, seconds: number) => utimesSync(path, now + seconds, now + seconds);
    const built = () => isBuilt({ isShipped, questions, pages });
    expect(built()).toBe(false);
    mkdirSync(pages);
    writeFileSync(join(pages, "graphiql.html"), "");
    age(join(pages, "graphiql.html"), 60);
    expect(built()).toBe(true);
    for (const path of [questions, join(questions, readdirSync(questions)[0]!), join(folder, "about.json")]) {
      age(path, 90);
      expect({ path, isBuilt: built() }).toEqual({ path, isBuilt: false });
      age(path, 0);
    }
    rmSync(questions, { recursive: true });
    expect(built()).toBe(true);
  });
});

describe("what data are called and licensed under", () => {
  it.each(["CC-BY-4.0", "CC0-1.0", "LicenseRef-Desk", "(MIT OR Apache-2.0) AND CC-BY-4.0", "GPL-2.0-or-later WITH x"])(
    "may be %s",
    (licence) => expect(licenceFault(licence)).toBeNull(),
  );

  it.each(["", "CC BY 4.0", "all rights reserved", "CC-BY-4.0 OR", "<b>"])("may not be the licence %j", (licence) =>
    expect(licenceFault(licence)).toContain("CC-BY-4.0"),
  );

  it.each(["", " Meres", "Three\nMeres", "x".repeat(101)])("may not be the name %j", (name) =>
    expect(nameFault(name)).toBe("give a name of 1 to 100 characters, on one line"),
  );
});
