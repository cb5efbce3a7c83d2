/** Writes generated rows into a D1 that holds the data set, in chunks that travel as one JSON parameter each. */
import { revise } from "../../src/changes/write/revision.ts";
import {
  type ActorPlace,
  actorCount,
  articleCount,
  generatedActor,
  generatedArticle,
  generatedStatement,
  type World,
} from "./generated-row.ts";

/** The contents of the database before: the rows that may speak and be spoken of, and the ids in use. */
interface Shipped {
  actors: number[];
  alliances: number[];
  lastActor: number;
  lastArticle: number;
  lastStatement: number;
}

/** D1 takes texts of 2 MB; a statement is about 400 bytes of JSON. */
const CHUNK = 3000;

const INSERT = {
  actors: `insert into actors (id, slug, type, organization_type, name)
    select value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4 from json_each(?)`,
  articles: `insert into articles (id, slug, title, publisher_id, url, published_on, published_earliest, published_latest, language)
    select value ->> 0, value ->> 1, value ->> 2, value ->> 3, 'https://example.com/' || (value ->> 1),
      value ->> 4, value ->> 4, value ->> 4, value ->> 5 from json_each(?)`,
  statements: `insert into statements (id, key, form, text, language, speaker_id, relayed_by_id, said_on, said_earliest, said_latest, article_id)
    select value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6, value ->> 7,
      value ->> 8, value ->> 9, value ->> 10 from json_each(?)`,
  targets: `insert into statement_targets (statement_id, actor_id, alliance_id, stance, speaker_id, article_id, said_earliest)
    select value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6 from json_each(?)`,
  citations: `insert into citations (statement_id, article_id, exact)
    select value ->> 0, value ->> 1, value ->> 2 from json_each(?)`,
};

export interface GenerateOptions {
  statements: number;
  seed: number;
  /** Told after each chunk how many statements are written. */
  progress?: ((written: number) => void) | undefined;
}

/** @throws an error where generated statements are there already, since then the rows would be others */
export async function generateRows(d1: D1Database, { statements, seed, progress }: GenerateOptions): Promise<void> {
  const there = await d1.prepare("select 1 from statements where key >= 'generated-' and key < 'generated.'").first();
  if (there !== null) throw new Error("There are generated statements already: take an empty --persist-to");
  const shipped = await readShipped(d1);
  const world: World = {
    seed,
    statements,
    shippedActors: shipped.actors.length,
    shippedAlliances: shipped.alliances.length,
  };

  await inChunks(actorCount(world), (n) => {
    const { slug, type, organizationType, name } = generatedActor(n);
    return { actors: [[idOf(shipped, { generated: n }), slug, type, organizationType, name]] };
  });
  await inChunks(articleCount(world), (n) => {
    const { slug, title, publisher, publishedOn, language } = generatedArticle(world, n);
    return { articles: [[shipped.lastArticle + 1 + n, slug, title, idOf(shipped, publisher), publishedOn, language]] };
  });
  await inChunks(statements, (n) => statementRows(world, shipped, n), progress);

  async function inChunks(count: number, rowsOf: (n: number) => Rows, done?: (written: number) => void) {
    for (let start = 0; start < count; start += CHUNK) {
      const end = Math.min(count, start + CHUNK);
      const rows: Rows = {};
      for (let n = start; n < end; n++) {
        for (const [table, more] of Object.entries(rowsOf(n))) (rows[table as keyof Rows] ??= []).push(...more);
      }
      const inserts = Object.entries(rows).filter(([, values]) => values.length > 0);
      // Awaited one after another: each chunk is one revision.
      await revise(
        d1,
        { at: "2026-11-24T00:00:00.000Z", author: "npm run generate", reason: "Rows to measure with" },
        inserts.map(([table, values]) => d1.prepare(INSERT[table as keyof Rows]).bind(JSON.stringify(values))),
      );
      done?.(end);
    }
  }
}

type Rows = Partial<Record<keyof typeof INSERT, unknown[][]>>;

function statementRows(world: World, shipped: Shipped, n: number): Rows {
  const { article, speaker, relayedBy, targets, citations, ...said } = generatedStatement(world, n);
  const id = shipped.lastStatement + 1 + n;
  const articleId = shipped.lastArticle + 1 + article;
  const relayedById = relayedBy === null ? null : idOf(shipped, relayedBy);
  const { key, form, text, language, saidOn, saidEarliest, saidLatest } = said;
  return {
    statements: [
      [id, key, form, text, language, idOf(shipped, speaker), relayedById, saidOn, saidEarliest, saidLatest, articleId],
    ],
    targets: targets.map(({ actor, alliance, stance }) => [
      id,
      actor === null ? null : idOf(shipped, actor),
      alliance === null ? null : shipped.alliances[alliance],
      stance,
      idOf(shipped, speaker),
      articleId,
      saidEarliest,
    ]),
    citations: citations.map((exact) => [id, articleId, exact]),
  };
}

function idOf({ actors, lastActor }: Shipped, place: ActorPlace): number {
  return "generated" in place ? lastActor + 1 + place.generated : (actors[place.shipped] as number);
}

/** The most spoken of first, so that the golden questions are about what most statements are about. */
async function readShipped(d1: D1Database): Promise<Shipped> {
  const [actors, alliances, last] = await d1.batch([
    d1.prepare(`select id from actors order by (select count(*) from statements where speaker_id = actors.id)
      + (select count(*) from statement_targets where actor_id = actors.id) desc, id`),
    d1.prepare(
      `select id from alliances order by (select count(*) from statement_targets where alliance_id = alliances.id) desc, id`,
    ),
    d1.prepare(`select (select max(id) from actors) as lastActor, (select max(id) from articles) as lastArticle,
      (select max(id) from statements) as lastStatement`),
  ]);
  const [most] = rowsOf<Pick<Shipped, "lastActor" | "lastArticle" | "lastStatement">>(last);
  if (most === undefined || most.lastStatement === null) throw new Error("Load the data set first");
  return {
    actors: rowsOf<{ id: number }>(actors).map(({ id }) => id),
    alliances: rowsOf<{ id: number }>(alliances).map(({ id }) => id),
    ...most,
  };
}

function rowsOf<Row>(result: D1Result | undefined): Row[] {
  return (result?.results ?? []) as Row[];
}
