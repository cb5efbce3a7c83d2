/** Writes generated rows into a D1 that holds the data set, in chunks that travel as one JSON parameter each. */
import { revise } from "../../../src/changes/write/revision.ts";
import {
  type ActorPlace,
  actorCount,
  articleCount,
  generatedActor,
  generatedArticle,
  generatedStatement,
  type World,
} from "./statement.ts";
import { addTo, insertsOf, type Rows, WRITTEN } from "./insert.ts";
import { generateMemberships } from "./memberships.ts";

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

export interface GenerateOptions {
  statements: number;
  /** Of generated treaties; none when left out. */
  memberships?: number;
  seed: number;
  /** Told after each chunk how many statements, and then how many memberships, are written. */
  progress?: ((written: number, what: "statements" | "memberships") => void) | undefined;
}

/** @throws an error where generated rows are there already, since then the rows would be others */
export async function generateRows(
  d1: D1Database,
  { memberships = 0, seed, progress, ...options }: GenerateOptions,
): Promise<void> {
  const there = await d1
    .prepare(
      `select 1 from statements where key >= 'generated-' and key < 'generated.'
        union all select 1 from alliances where slug >= 'generated-' and slug < 'generated.'`,
    )
    .first();
  if (there !== null) throw new Error("There are generated rows already: take an empty --persist-to");
  if (options.statements > 0) {
    await generateStatements(d1, { ...options, seed, progress: (written) => progress?.(written, "statements") });
  }
  if (memberships > 0) {
    await generateMemberships(d1, { memberships, seed, progress: (written) => progress?.(written, "memberships") });
  }
}

interface StatementOptions {
  statements: number;
  seed: number;
  progress: (written: number) => void;
}

async function generateStatements(d1: D1Database, { statements, seed, progress }: StatementOptions): Promise<void> {
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
      for (let n = start; n < end; n++) addTo(rows, rowsOf(n));
      // Awaited one after another: each chunk is one revision.
      await revise(d1, WRITTEN, insertsOf(d1, rows));
      done?.(end);
    }
  }
}

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
