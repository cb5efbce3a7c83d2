import { exportSource } from "../export-source.ts";
import { env } from "cloudflare:workers";
import { parse } from "csv-parse/sync";
import { getTableName } from "drizzle-orm";
import * as fc from "fast-check";
import { expect, it, vi } from "vitest";
import { csvFiles } from "../../cli/export/csv.ts";
import { unguarded } from "../../cli/export/formula-guard.ts";
import { liveTables } from "../../drizzle/history/live-table.ts";
import { actorTypes, valuesOf } from "../../src/domain/vocabulary.ts";
import type { NounDescription, ObjectSchema, PartDescription } from "../../src/nouns/description.ts";
import { nounNames, nouns } from "../../src/nouns/index.ts";
import { parts } from "../../src/nouns/part/index.ts";
import { partsOf } from "../../src/nouns/structure.ts";
import { ask } from "../ask.ts";
import { empty } from "../changes/database.ts";
import { type FieldData, mutate } from "../mutation/send.ts";
import { drawing } from "../random/draw.ts";
import { readBack, selectionOf, shown } from "./node-fields.ts";
import { type Newest, randomEntry, type Said } from "./random-entry.ts";
import { type Entered, exportAll, forms, importAll, typeOf, World } from "./world.ts";

// A world more takes as long again.
vi.setConfig({ testTimeout: 60 * 60_000 });

/** `VITE_EVERY_FIELD=50 VITE_EVERY_FIELD_SEED=7 npx vitest run --project worker test/nouns` takes more of them, and others. */
const RUNS = Number(import.meta.env["VITE_EVERY_FIELD"] ?? 1);
const SEED = Number(import.meta.env["VITE_EVERY_FIELD_SEED"] ?? 1);

/** Of a law that writes nothing, and leaves its world to the next. */
const READS = { reads: true };

/** The world that is entered, as long as nobody has written since. */
let entered: World | null = null;

/** Holds a law against random worlds, each entered anew into an empty database, or found there as the law before it has left it. */
async function inEveryWorld(law: (world: World) => Promise<void>, { reads = false } = {}): Promise<void> {
  const property = fc.asyncProperty(fc.gen(), async (generate) => {
    const world = RUNS === 1 ? (entered ?? (await enter(generate))) : await enter(generate);
    entered = null;
    await law(world);
    if (reads) entered = world;
  });
  await fc.assert(property, { seed: SEED, numRuns: RUNS, endOnFailure: true });
}

async function enter(generate: fc.GeneratorValue): Promise<World> {
  await empty();
  const world = new World(drawing(generate));
  for (const form of [...forms, ...forms]) await world.round(form);
  return world;
}

it("every field that a noun or a part takes is said by some entry", async () => {
  await inEveryWorld(async ({ nodes }) => {
    for (const noun of nounNames) {
      const own = nodes.filter((node) => node.noun === noun).map(({ said }) => said);
      expect(new Set(own.flatMap((said) => Object.keys(said)))).toEqual(new Set(fieldsIn(nouns[noun])));
      for (const { part, name } of partsOf(noun).filter(({ part }) => parts[part].input !== null)) {
        const items = own.flatMap((said) => (said[name] ?? []) as Said[]);
        expect(new Set(items.flatMap((item) => Object.keys(item)))).toEqual(new Set(fieldsIn(parts[part])));
      }
    }
  }, READS);
});

it("each field is a column of its table's CSV file", async () => {
  await inEveryWorld(async ({ nodes }) => {
    for (const noun of nounNames) {
      const rows = await csvRows(getTableName(nouns[noun].table));
      for (const { name, said } of nodes.filter((node) => node.noun === noun)) {
        const { name: lasting } = nouns[noun];
        const row = rows.find((one) => one[lasting] === name)!;
        const cells = Object.entries(said).flatMap(([field, value]) =>
          Array.isArray(value) ? [] : [[field, String(value)] as const],
        );
        expect(row).toMatchObject(Object.fromEntries(cells));
      }
      for (const { part, name: list } of partsOf(noun).filter(({ part }) => parts[part].input !== null)) {
        const items = await csvRows(getTableName(parts[part].table));
        for (const item of nodes
          .filter((node) => node.noun === noun)
          .flatMap(({ said }) => (said[list] ?? []) as Said[])) {
          const texts = Object.fromEntries(Object.entries(item).map(([field, value]) => [field, String(value)]));
          expect(items).toContainEqual(expect.objectContaining(texts));
        }
      }
    }
  }, READS);
});

it("what was entered is exported as it was said, and imported into an empty database gives equal bytes", async () => {
  await inEveryWorld(async ({ nodes }) => {
    const texts = await exportAll();
    for (const { noun, name, said } of nodes) expect(entryIn(texts, noun, name)).toEqual(unusual(said));
    await empty();
    await importAll(texts);
    expect(await exportAll()).toEqual(texts);
  });
});

it("what was entered is answered field by field, told by its history, and the same when pinned later", async () => {
  await inEveryWorld(async (world) => {
    const revision = world.nodes.at(-1)!.revision;
    for (const node of world.nodes) {
      expect(await answered(node)).toEqual(expectedOf(world, node));
      expect(await told(node)).toEqual(toldOf(node.said));
    }
    const entered = world.nodes.slice();
    for (const node of entered) {
      // Nobody has claimed it yet.
      await world.enter("actors", { type: "ORGANIZATION" });
      await edit(world, node);
    }
    for (const node of entered) expect(await answered(node, revision)).toEqual(expectedOf(world, node));
  });
});

it("an edit of every field is answered, and reverted to the byte", async () => {
  await inEveryWorld(async (world) => {
    for (const node of world.nodes.slice()) {
      await world.enter("actors", { type: "ORGANIZATION" });
      const before = await exportAll();
      const { said, revision } = await edit(world, node);
      expect(await answered({ ...node, said })).toEqual(expectedOf(world, { ...node, said }));
      const back = await mutate(`revertRevision(number: ${revision}, reason: "It was wrong")`);
      expect(back.errors).toEqual([]);
      expect(await exportAll()).toEqual(before);
    }
  });
});

it("an actor that all may refer to is merged, with nothing left that refers to it, and that is reverted", async () => {
  await inEveryWorld(async (world) => {
    const reached = new Set<string>();
    for (const type of valuesOf(actorTypes)) {
      const gone = world.newest("actors", [type])!;
      const heir = await world.enter("actors", { type }, "by name", []);
      // What has the same slug and is no actor keeps it.
      const namesake = { slug: gone.name, name: "Namesake", kind: "TREATY" };
      const other = await mutate(`addAlliance(input: $AllianceInput, reason: "r")`, { AllianceInput: namesake });
      const child = { slug: `${gone.name}-child`, name: "Child", kind: "TREATY", parent: gone.name };
      expect(
        (await mutate(`addAlliance(input: $AllianceInput, reason: "r")`, { AllianceInput: child })).errors,
      ).toEqual([]);

      const before = await exportAll();
      const [goneId, heirId] = await rowIds(gone.name, heir.name);
      const referring = await references(goneId!);
      for (const column of Object.keys(referring)) reached.add(column);
      const had = await references(heirId!);
      const merged = await mutate(
        `mergeActors(from: "${gone.name}", into: "${heir.name}", reason: "One")`,
        {},
        { role: "admin" },
      );
      expect(merged.errors).toEqual([]);
      expect(await references(goneId!)).toEqual({});
      const now = await references(heirId!);
      const moved = Object.entries(referring).filter(([column]) => !/aliases|identifiers|redirects/.test(column));
      const sums = moved.map(([column, count]) => [column, count + (had[column] ?? 0)] as const);
      expect(now).toMatchObject(Object.fromEntries(sums));
      const { data } = await ask(`{ alliance(slug: "${child.slug}") { parent { id } } }`);
      expect(data).toEqual({ alliance: { parent: { id: other.node!.id } } });

      const back = await mutate(`revertRevision(number: ${merged.revision!.number}, reason: "Two")`);
      expect(back.errors).toEqual([]);
      expect(await exportAll()).toEqual(before);
    }
    expect([...reached].toSorted()).toEqual(columnsToActors());
  });
});

it("all is retracted, the newest first, and nothing is left", async () => {
  await inEveryWorld(async ({ nodes }) => {
    for (const { id } of nodes.toReversed()) {
      const { errors } = await mutate(`retract(id: "${id}", reason: "r")`, {}, { role: "admin" });
      expect(errors).toEqual([]);
    }
    expect(Object.values(await exportAll()).join("")).toBe("");
    for (const { name } of liveTables) {
      expect(await env.DB.prepare(`SELECT count(*) AS n FROM ${name}`).first("n")).toBe(0);
    }
  });
});

function fieldsIn({ input }: NounDescription | PartDescription): string[] {
  return Object.keys((input as ObjectSchema).entries);
}

/** Sets every field that may be changed, and all parts, to other values. */
async function edit(world: World, node: Entered): Promise<{ said: Said; revision: number }> {
  const { type, name, fixed = [] }: NounDescription & { name: string } = nouns[node.noun];
  const stays = Object.fromEntries(
    [name, ...fixed].flatMap((field) => (field in node.said ? [[field, node.said[field]]] : [])),
  );
  const older = world.nodes.slice(0, world.nodes.indexOf(node));
  // Nothing refers to itself, nor round about.
  const newest: Newest = (noun, types) => world.newest(noun, types, noun === node.noun ? older : world.nodes);
  const said = randomEntry(node.noun, world.draw, newest, stays);
  const gone = Object.keys(node.said).filter((field) => !(field in said));
  const input = {
    ...Object.fromEntries(gone.map((field) => [field, Array.isArray(node.said[field]) ? [] : null])),
    ...said,
  };
  for (const field of Object.keys(stays)) delete (input as Record<string, unknown>)[field];
  const variables = { [`${type}Edit`]: input };
  const mutation = (more: string) => `edit${type}(id: "${node.id}", input: $${type}Edit, reason: "Edited"${more})`;
  const { preview } = await mutate(mutation(", dryRun: true"), variables);
  const made = await mutate(mutation(""), variables);
  if (made.revision === null) throw new Error(`${JSON.stringify(input)}: ${JSON.stringify(made.errors)}`);
  const revision = made.revision.number;
  expect(preview).toMatchObject([{ action: "UPDATED", nodeId: node.id, name: node.name }]);
  expect(ofSaid(node.noun, preview[0]!.fields)).toEqual(ofSaid(node.noun, await changedBy(revision, node.id)));
  return { said, revision };
}

async function answered(node: Entered, revision?: number): Promise<Said> {
  const type = typeOf(node);
  const query = `{ node(id: "${node.id}") { ... on ${type.name} { ${selectionOf(type, node.said)} } } }`;
  const { data, errors } = await ask<{ node: Said }>(query, {}, revision);
  expect(errors).toBeUndefined();
  return readBack(type, node.said, data.node);
}

function expectedOf(world: World, { noun, said, ...node }: Entered): Said {
  return shown(noun, typeOf(node), said, (to, name) => world.find(to, name).id);
}

/**
 * What a dry run tells as well. It does not tell what follows: until when a fact is borne out; that an event has other days, since its date is another one; that
 * a part goes and comes again, since it stands in another place of its list.
 */
function ofSaid(noun: Entered["noun"], fields: readonly FieldData[]): string[] {
  const gone = fields.filter(({ after }) => after === null).map(({ name, before }) => `${name} ${before}`);
  const come = fields.filter(({ before }) => before === null).map(({ name, after }) => `${name} ${after}`);
  const isMoved = ({ name, before, after }: FieldData) =>
    after === null ? come.includes(`${name} ${before}`) : before === null && gone.includes(`${name} ${after}`);
  return fields
    .filter(({ name }) => name !== "attestedUntil" && (noun !== "events" || (name !== "from" && name !== "to")))
    .filter((field) => !isMoved(field))
    .map((field) => JSON.stringify(field))
    .toSorted();
}

/** The fields of a node that a revision changed. */
async function changedBy(revision: number, id: string): Promise<FieldData[]> {
  const query = `{ revision(number: ${revision}) { changes { nodes { node { id } fields { name before after } } } } }`;
  interface Data {
    revision: { changes: { nodes: { node: { id: string }; fields: FieldData[] }[] } };
  }
  const { data } = await ask<Data>(query);
  return data.revision.changes.nodes.find(({ node }) => node.id === id)!.fields;
}

/** What the revision that entered a node says of its fields, as an entry says it. */
async function told({ id, revision, said }: Entered): Promise<Said> {
  const fields = Map.groupBy(await changedBy(revision, id), ({ name }) => name);
  return Object.fromEntries(
    [...fields].map(([name, own]) => [
      name,
      Array.isArray(said[name]) ? own.map(({ after }) => withoutNulls(JSON.parse(after!) as Said)) : own[0]!.after,
    ]),
  );
}

/** All values as texts; beside what was said, the days of an event are told, and until when an open fact is borne out. */
function toldOf(said: Said): Said {
  const texts = Object.entries(said).map(([field, value]) => [field, Array.isArray(value) ? value : String(value)]);
  const day: unknown = expect.any(String);
  const follows = {
    ...("date" in said && { from: day, to: day }),
    ...("rank" in said && "from" in said && !("to" in said) && { attestedUntil: day }),
  };
  return { ...follows, ...Object.fromEntries(texts) };
}

function withoutNulls(item: Said): Said {
  return Object.fromEntries(Object.entries(item).filter(([, value]) => value !== null));
}

/** The entry of a name in what was exported, by itself or within another. */
function entryIn(texts: Readonly<Record<string, string>>, noun: Entered["noun"], name: string): unknown {
  const { nested, list, name: lasting }: NounDescription & { name: string } = nouns[noun];
  const entries = (all: string) => all.split("\n").flatMap((line) => (line === "" ? [] : [JSON.parse(line) as Said]));
  if (nested === undefined) {
    const {
      statuses: _,
      memberships: __,
      obligations: ___,
      ...own
    } = entries(texts[noun] ?? "").find((one) => one[lasting] === name) ?? {};
    return own;
  }
  for (const alliance of entries(texts["alliances"] ?? "")) {
    const own = ((alliance[list] ?? []) as Said[]).find((one) => one[lasting] === name);
    if (own !== undefined) return { [nested.field]: alliance["slug"], ...own };
  }
  return undefined;
}

/** What is said without the rank that all have. */
function unusual(said: Said): Said {
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== "NORMAL"));
}

async function csvRows(table: string): Promise<Record<string, string>[]> {
  let text = "";
  for await (const part of csvFiles[`${table.replaceAll("_", "-")}.csv`]!(await exportSource())) text += part;
  const rows = parse<Record<string, string>>(text, { bom: true, columns: true, record_delimiter: "\r\n" });
  return rows.map((row) => Object.fromEntries(Object.entries(row).map(([column, cell]) => [column, unguarded(cell)])));
}

async function rowIds(...slugs: string[]): Promise<number[]> {
  const rows = await env.DB.batch<{ id: number }>(
    slugs.map((slug) => env.DB.prepare("SELECT id FROM actors WHERE slug = ?").bind(slug)),
  );
  return rows.map(({ results }) => results[0]!.id);
}

/** The columns that lead to actors, as the tables' foreign keys have it. */
function columnsToActors(): string[] {
  return liveTables
    .flatMap(({ name, columns }) =>
      columns.filter(({ references }) => references === "actors").map((column) => `${name}.${column.name}`),
    )
    .filter((column) => column !== "redirects.actor_id")
    .toSorted();
}

/** How many rows lead to an actor by each column; those by which none does are left out. */
async function references(actor: number): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const column of [...columnsToActors(), "redirects.actor_id"]) {
    const [table, name] = column.split(".");
    const n = await env.DB.prepare(`SELECT count(*) AS n FROM ${table} WHERE ${name} = ?`)
      .bind(actor)
      .first<number>("n");
    if (n !== null && n > 0) counts[column] = n;
  }
  return counts;
}
