import { DatabaseSync } from "node:sqlite";
import { nameKey } from "../../../../src/domain/text/name/name-key.ts";
import { type Bearer, LEAST_LIKENESS, likeness, wanted } from "../../../../src/domain/text/name/name-similarity.ts";
import { nameExpression, nameTerms } from "../../../../src/domain/text/name/name-term.ts";

/** A name of an actor or alliance in the register. */
export interface Registered {
  slug: string;
  name: string;
  bearer: Bearer;
}

export interface Meant extends Registered {
  score: number;
  exact: boolean;
}

interface Entry {
  slug: string;
  name: string;
  type?: string;
  acronym?: string;
  aliases?: { name: string }[];
}

/** All names of a change set. */
export function namesIn({ actors, alliances }: { actors: Entry[]; alliances: Entry[] }): Registered[] {
  return [...actors, ...alliances].flatMap(({ slug, name, type, acronym, aliases = [] }) =>
    [name, acronym, ...aliases.map((alias) => alias.name)]
      .filter((one) => one !== undefined)
      .map((one) => ({ slug, name: one, bearer: (type ?? null) as Bearer })),
  );
}

/** What `resolve` does with names, with SQLite's indexes and without the rest of the database. */
export function registerOf(names: readonly Registered[]) {
  const database = new DatabaseSync(":memory:");
  database.exec(
    "create virtual table name_words using fts5(name, content = '', tokenize = 'ascii');" +
      "create virtual table name_trigrams using fts5(name, content = '', tokenize = 'trigram case_sensitive 1')",
  );
  const [words, trigrams] = ["name_words", "name_trigrams"].map((index) =>
    database.prepare(`insert into ${index} (rowid, name) values (?, ?)`),
  );
  for (const [id, { name }] of names.entries()) {
    words!.run(id, nameTerms(name).join(" "));
    trigrams!.run(id, nameKey(name));
  }
  const found = (index: string, expression: string | null, limit: number) =>
    expression === null
      ? []
      : database
          .prepare(`select rowid from ${index} where ${index} match ? order by rank limit ?`)
          .all(expression, limit)
          .map(({ rowid }) => Number(rowid));

  return {
    shortlist(name: string): Registered[] {
      const expression = nameExpression(name);
      const ids = new Set([
        ...found("name_words", expression.words, 60),
        ...found("name_trigrams", expression.trigrams, 100),
      ]);
      return [...ids].map((id) => names[id]!);
    },
    find(name: string): Meant[] {
      return meant(name, this.shortlist(name));
    },
  };
}

/** Those of the names that one may mean, the likeliest first. */
export function meant(name: string, names: readonly Registered[]): Meant[] {
  const sought = wanted(name);
  return names
    .map((one) => ({ ...one, ...likeness(sought, one.name, one.bearer) }))
    .filter(({ score }) => score >= LEAST_LIKENESS)
    .toSorted((one, other) => other.score - one.score);
}
