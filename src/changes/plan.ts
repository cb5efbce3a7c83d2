import { FIRST_DAY, LAST_DAY } from "../domain/time/day.ts";
import { parsePartialDate } from "../domain/time/partial-date.ts";
import { periodFrom } from "../domain/time/period.ts";
import type { Rank } from "../domain/vocabulary.ts";
import type { Entry } from "./entry.ts";
import type { AliasInput } from "./input/actor.ts";
import type { CitationInput } from "./input/citation.ts";
import { type Child, type childTables, type Noun, type nouns, type WrittenTable } from "./noun.ts";

/** A row of a noun, named as change sets name it. */
export interface Reference {
  noun: Noun;
  name: string;
}

export type Cell = string | number | boolean | null | Reference;

/** A table's row before ids are known: columns ending in `Id` hold references. */
export type Planned<T extends WrittenTable> = {
  [C in Exclude<keyof T["$inferInsert"], "id"> & string]: C extends `${string}Id`
    ? Reference | Extract<T["$inferSelect"][C], null>
    : T["$inferSelect"][C];
};

/** A child's row without the columns that tell its parent. */
export type PlannedChild<C extends Child> = Omit<Planned<(typeof childTables)[C]>, ParentColumn<C>>;
type ParentColumn<C extends Child> = {
  [N in Noun]: (typeof nouns)[N]["children"] extends Record<C, infer Column> ? Column : never;
}[Noun] &
  string;

/** What one entry makes: its row, and the rows that belong to it. */
export interface Plan<N extends Noun> {
  row: Planned<(typeof nouns)[N]["table"]>;
  children: { [C in Exclude<keyof (typeof nouns)[N]["children"] & Child, "redirects">]: PlannedChild<C>[] } & {
    redirects?: PlannedChild<"redirects">[];
  };
}

export type Planner<N extends Noun> = (entry: Entry<N>) => Plan<N>;

export function reference(noun: Noun, name: string): Reference {
  return { noun, name };
}

export function referenceOrNull(noun: Noun, name: string | undefined): Reference | null {
  return name === undefined ? null : { noun, name };
}

export function plannedPeriod({ from, to }: { from?: string | null | undefined; to?: string | null | undefined }) {
  return periodFrom(from ?? null, to ?? null);
}

export function plannedRank(rank: Rank | undefined): Rank {
  return rank ?? "NORMAL";
}

/** The days of a date; of one not known, all days. */
export function plannedDays(date: string | undefined) {
  return date === undefined ? { earliest: FIRST_DAY, latest: LAST_DAY } : parsePartialDate(date);
}

export function plannedAliases(aliases: readonly AliasInput[] | undefined): PlannedChild<"aliases">[] {
  return (aliases ?? []).map(({ name, language = null, sort }) => ({ name, language, sort }));
}

export function plannedCitations(citations: readonly CitationInput[]): PlannedChild<"citations">[] {
  return citations.map(({ article, exact = null, prefix = null, suffix = null, start = null }) => ({
    articleId: reference("articles", article),
    exact,
    prefix,
    suffix,
    start,
  }));
}
