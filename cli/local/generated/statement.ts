/**
 * What generated row n is: a pure function of the seed, n and how many there are, so that the same
 * seed gives the same rows. Numbers of shipped actors and alliances are places in their lists.
 */
import { FIRST_DAY, LAST_DAY } from "../../../src/domain/time/day.ts";
import type { Stance, StatementForm } from "../../../src/domain/vocabulary.ts";
import { draw, isoDay, zipf } from "./draw.ts";

/** How much there is to draw from. */
export interface World {
  seed: number;
  statements: number;
  /** How many actors and alliances of the data set may speak and be spoken of. */
  shippedActors: number;
  shippedAlliances: number;
}

/** An actor: a place in the shipped list, or the number of a generated one. */
export type ActorPlace = { shipped: number } | { generated: number };

export interface GeneratedStatement {
  key: string;
  form: StatementForm;
  text: string;
  language: string;
  speaker: ActorPlace;
  relayedBy: ActorPlace | null;
  saidOn: string | null;
  saidEarliest: string;
  saidLatest: string;
  article: number;
  targets: { actor: ActorPlace | null; alliance: number | null; stance: Stance }[];
  /** The words cited from its article, null where only the article is cited; at least one. */
  citations: (string | null)[];
}

export interface GeneratedArticle {
  slug: string;
  title: string;
  publisher: ActorPlace;
  publishedOn: string;
  language: string;
}

export interface GeneratedActor {
  slug: string;
  type: "PERSON" | "ORGANIZATION";
  organizationType: "MEDIA" | null;
  name: string;
}

const STATEMENTS_TO_AN_ACTOR = 50;
const STATEMENTS_TO_AN_ARTICLE = 8;
/** The number of generated actors to one outlet. */
const ACTORS_TO_AN_OUTLET = 10;
const FIRST = Date.UTC(2000, 0, 1) / 86_400_000;
const LAST = Date.UTC(2025, 11, 31) / 86_400_000;

const LANGUAGES = ["en", "ja", "zh", "ko", "fr", "de", "es", "ru"];
const WORDS =
  "the of security alliance region agreement partners defence forces peace treaty cooperation ministers stability sea talks summit support concern exercise access trade pressure sovereignty deterrence missile border dialogue sanctions intelligence cyber naval joint bases observers ratification neutrality escalation consultation interoperability".split(
    " ",
  );

export function actorCount({ statements }: World): number {
  return Math.max(2 * ACTORS_TO_AN_OUTLET, Math.ceil(statements / STATEMENTS_TO_AN_ACTOR));
}

export function articleCount({ statements }: World): number {
  return Math.ceil(statements / STATEMENTS_TO_AN_ARTICLE);
}

export function generatedActor(n: number): GeneratedActor {
  return n % ACTORS_TO_AN_OUTLET === 0
    ? {
        slug: `generated-outlet-${n}`,
        type: "ORGANIZATION",
        organizationType: "MEDIA",
        name: `Generated Outlet ${n}`,
      }
    : { slug: `generated-person-${n}`, type: "PERSON", organizationType: null, name: `Generated Person ${n}` };
}

export function generatedArticle(world: World, n: number): GeneratedArticle {
  const of = (which: number) => draw(world.seed, n, 100 + which);
  return {
    slug: `generated-article-${n}`,
    title: `Generated article ${n}: ${words(3, of)}`,
    publisher: outlet(world, of(0)),
    publishedOn: isoDay(dayOfArticle(world, n)),
    language: LANGUAGES[zipf(of(1), LANGUAGES.length)] ?? "en",
  };
}

export function generatedStatement(world: World, n: number): GeneratedStatement {
  const of = (which: number) => draw(world.seed, n, which);
  const article = Math.floor(n / STATEMENTS_TO_AN_ARTICLE);
  const text = `Generated statement ${n}: ${words(10, of)}.`;
  const form = of(0) < 0.4 ? "QUOTE" : "PARAPHRASE";
  const cited = form === "QUOTE" ? text : null;
  return {
    key: `generated-${n}`,
    form,
    text,
    language: generatedArticle(world, article).language,
    speaker: anyActor(world, of(1)),
    relayedBy: of(2) < 0.2 ? outlet(world, of(3)) : null,
    ...said(dayOfArticle(world, article) - Math.floor(of(4) ** 4 * 30), of(5)),
    article,
    targets: targets(world, of),
    citations: of(6) < 0.1 ? [cited, null] : [cited],
  };
}

/** Shipped actors hold every second of the first places, so they speak and are spoken of much. */
function anyActor(world: World, uniform: number): ActorPlace {
  const [shipped, generated] = [world.shippedActors, actorCount(world)];
  const place = zipf(uniform, shipped + generated);
  if (place < 2 * Math.min(shipped, generated)) {
    return place % 2 === 0 ? { shipped: place / 2 } : { generated: (place - 1) / 2 };
  }
  return shipped < generated ? { generated: place - shipped } : { shipped: place - generated };
}

function outlet(world: World, uniform: number): ActorPlace {
  return { generated: ACTORS_TO_AN_OUTLET * zipf(uniform, Math.floor(actorCount(world) / ACTORS_TO_AN_OUTLET)) };
}

function targets(world: World, of: (which: number) => number): GeneratedStatement["targets"] {
  const uniform = of(10);
  const count = uniform < 0.05 ? 0 : uniform < 0.65 ? 1 : uniform < 0.9 ? 2 : 3;
  const found = new Map<string, GeneratedStatement["targets"][number]>();
  for (let which = 0; which < count; which++) {
    const draws = (offset: number) => of(11 + 3 * which + offset);
    const ofAlliance = draws(0) < 0.5;
    const actor = ofAlliance ? null : anyActor(world, draws(1));
    const alliance = ofAlliance ? zipf(draws(1), world.shippedAlliances) : null;
    const stance = draws(2) < 0.3 ? "SUPPORTIVE" : draws(2) < 0.55 ? "CRITICAL" : "NEUTRAL";
    found.set(JSON.stringify([actor, alliance]), { actor, alliance, stance });
  }
  return [...found.values()];
}

function words(count: number, of: (which: number) => number): string {
  return Array.from({ length: count }, (_, place) => WORDS[zipf(of(30 + place), WORDS.length)]).join(" ");
}

/** Later years have more. */
function dayOfArticle({ seed }: World, n: number): number {
  return FIRST + Math.floor(Math.sqrt(draw(seed, n, 99)) * (LAST - FIRST + 1));
}

/** Three in four are known to the day, some to the month or the year, one in twelve not at all. */
function said(day: number, uniform: number): Pick<GeneratedStatement, "saidOn" | "saidEarliest" | "saidLatest"> {
  const exact = isoDay(Math.max(day, FIRST));
  const month = exact.slice(0, 7);
  const year = exact.slice(0, 4);
  if (uniform < 0.75) return { saidOn: exact, saidEarliest: exact, saidLatest: exact };
  if (uniform < 0.87) return { saidOn: month, saidEarliest: `${month}-01`, saidLatest: endOfMonth(month) };
  if (uniform < 0.92) return { saidOn: year, saidEarliest: `${year}-01-01`, saidLatest: `${year}-12-31` };
  return { saidOn: null, saidEarliest: FIRST_DAY, saidLatest: LAST_DAY };
}

function endOfMonth(month: string): string {
  const [year, number] = month.split("-").map(Number) as [number, number];
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
}
