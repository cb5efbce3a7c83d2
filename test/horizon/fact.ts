import type { Day } from "../../src/domain/time/day.ts";
import type { AllianceStatusCode, MembershipRole, Rank } from "../../src/domain/vocabulary.ts";

/** What change sets say of a fact that lasts. */
interface Lasting {
  key: string;
  from?: string | null;
  to?: string | null;
  attestedOn?: Day;
  rank: Rank;
  citations: { article: string }[];
}

export type Fact =
  | (Lasting & { list: "memberships"; alliance: string; actor: string; role: MembershipRole })
  | (Lasting & { list: "statuses"; alliance: string; code: AllianceStatusCode })
  | (Lasting & { list: "offices"; person: string; body: string; title: string });

export type Membership = Extract<Fact, { list: "memberships" }>;
export type Status = Extract<Fact, { list: "statuses" }>;
export type Office = Extract<Fact, { list: "offices" }>;

export interface ArticleEntry {
  slug: string;
  publishedOn?: string;
  consultedOn?: Day;
}

/** What one revision says anew, and what it takes out. */
export interface Step {
  on: Day;
  articles: ArticleEntry[];
  facts: Fact[];
  gone: string[];
}

/** What is known after a revision. */
export interface State {
  /** The day of the revision. */
  on: Day;
  articles: ReadonlyMap<string, ArticleEntry>;
  facts: ReadonlyMap<string, Fact>;
  /** Until when each fact is borne out, worked out when it was written. */
  horizons: ReadonlyMap<string, Day>;
}

export const NOTHING: State = { on: "0001-01-01", articles: new Map(), facts: new Map(), horizons: new Map() };

export function membershipsIn({ facts }: State): Membership[] {
  return [...facts.values()].filter((fact) => fact.list === "memberships");
}

export function statusesIn({ facts }: State): Status[] {
  return [...facts.values()].filter((fact) => fact.list === "statuses");
}

export function officesIn({ facts }: State): Office[] {
  return [...facts.values()].filter((fact) => fact.list === "offices");
}
