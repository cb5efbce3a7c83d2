import { withoutIgnorable } from "../../src/domain/text/ignorable.ts";
import json from "./search-world.json";

/** Texts in many scripts, as a change set. What its headlines tell is made up for these searches. */
export const world: unknown = json;

const { actors, alliances, articles, statements } = json;

const keys = new Map(statements.map(({ key, text }) => [withoutIgnorable(text), key]));

/** The key of the statement with a text. */
export function keyOfStatement(text: string): string {
  return keys.get(text) ?? text;
}

/** What the table calls the citation with a quotation: it has neither slug nor key. */
export function nameOfCitation(exact: string): string {
  return `citation:${[...exact].slice(0, 20).join("")}`;
}

type Texts = readonly (string | undefined)[];

const joined = (names: Texts) => names.filter((name) => name !== undefined).join(" · ");
const namesOf = (aliases: readonly { name: string }[] = []) => aliases.map(({ name }) => name);

const citing = [...statements, ...alliances.flatMap(({ memberships = [] }) => memberships)];
const quotations = citing.flatMap(({ citations }) =>
  citations.flatMap((citation: { article: string; exact?: string }) => citation.exact ?? []),
);

const originals = new Map<string, Texts>([
  ...actors.map((one) => [one.slug, [one.name, joined(namesOf(one.aliases)), one.description]] as const),
  ...alliances.map(
    (one) => [one.slug, [one.name, joined([one.acronym, ...namesOf(one.aliases)]), one.description]] as const,
  ),
  ...articles.map(({ slug, title, summary }) => [slug, [title, summary]] as const),
  ...statements.map(({ key, text }) => [key, [text]] as const),
  ...quotations.map((exact) => [nameOfCitation(exact), [exact]] as const),
]);

/** The texts that an entry is found by, as they are stored: its name, its other names, its text. Quotations stay as printed. */
export function originalsOf(name: string): string[] {
  const entered = (originals.get(name) ?? []).filter((text) => text !== undefined);
  return name.startsWith("citation:") ? entered : entered.map(withoutIgnorable);
}
