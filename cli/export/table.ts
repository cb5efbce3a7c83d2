import { getTableName } from "drizzle-orm";
import { type Exported, exported } from "../../src/changes/export.ts";
import type { NounDescription, PartDescription } from "../../src/nouns/description.ts";
import { type Noun, nounNames, nouns } from "../../src/nouns/index.ts";
import { type Part, partNames, parts } from "../../src/nouns/part/index.ts";
import { fieldsOf, nestedIn, partsOf } from "../../src/nouns/structure.ts";

/** An entry or a part of one: of its fields, those that are lists are in no row. */
export type Row = Readonly<Record<string, unknown>>;

/** A table of plain rows, made of entries: what refers to an entry does so by its slug or key. */
export interface Table {
  columns: readonly string[];
  nouns: readonly Exported[];
  /** The noun or the part of a noun that a row describes. */
  of: Noun | Part;
  rows: (entry: Row, noun: Exported) => readonly Row[];
}

/** The tables by the names of their files: one a noun, and one a part that change sets say. */
export const tables: Readonly<Record<string, Table>> = Object.fromEntries([
  ...nounNames.map((noun) => [fileOf(nouns[noun]), tableOf(noun)]),
  ...partNames.filter((part) => parts[part].input !== null).map((part) => [fileOf(parts[part]), tableOfPart(part)]),
]);

function fileOf({ table }: NounDescription | PartDescription): string {
  return getTableName(table).replaceAll("_", "-");
}

/** The fields of the entries themselves, of a nested fact first that which leads to what it is nested in. */
function tableOf(noun: Noun): Table {
  const columns = columnsOf(nouns[noun]);
  const { nested }: NounDescription = nouns[noun];
  return {
    of: noun,
    columns: nested === undefined ? columns : [nested.field, ...columns.filter((one) => one !== nested.field)],
    nouns: exported.filter((one) => one === noun || nestedIn(one).some((fact) => fact.noun === noun)),
    rows: (entry, from) => entriesOf(noun, entry, from).map((one) => usual(nouns[noun], one)),
  };
}

/** The rows of a part, with the name of what each is part of: in a column of its own for each noun, or for facts in one. */
function tableOfPart(part: Part): Table {
  const owners = nounNames.filter((noun) => partsOf(noun).some((one) => one.part === part));
  const isOfFacts = owners.length > 1 && owners.every((noun) => nouns[noun].name === "key");
  const leading = isOfFacts ? ["fact", "key"] : owners.map((noun) => nouns[noun].word);
  return {
    of: part,
    columns: [...leading, ...columnsOf(parts[part])],
    nouns: exported.filter((one) =>
      [one, ...nestedIn(one).map(({ noun }) => noun)].some((noun) => owners.includes(noun)),
    ),
    rows: (entry, from) =>
      owners.flatMap((noun) => {
        const list = partsOf(noun).find((one) => one.part === part)?.name ?? "";
        const { word, name } = nouns[noun];
        return entriesOf(noun, entry, from).flatMap((one) => {
          const owner = isOfFacts ? { fact: word, key: one[name] } : { [word]: one[name] };
          return listIn(one, list).map((row) => ({ ...owner, ...usual(parts[part], row) }));
        });
      }),
  };
}

/** The entries of a noun that an exported entry is or has within. */
function entriesOf(noun: Noun, entry: Row, from: Exported): readonly Row[] {
  if (noun === from) return [entry];
  return nestedIn(from)
    .filter((fact) => fact.noun === noun)
    .flatMap(({ field }) =>
      listIn(entry, nouns[noun].list).map((fact) => ({ [field.name]: entry[nouns[from].name], ...fact })),
    );
}

function columnsOf(of: NounDescription | PartDescription): string[] {
  return fieldsOf(of).map(({ name }) => name);
}

/** A row with the usual values that an entry leaves out: a rank, and whether planned. */
function usual(of: NounDescription | PartDescription, row: Row): Row {
  const initial = fieldsOf(of).filter((field) => field.initial !== null);
  return { ...Object.fromEntries(initial.map((field) => [field.name, field.initial])), ...row };
}

function listIn(entry: Row, field: string): readonly Row[] {
  return (entry[field] ?? []) as readonly Row[];
}
