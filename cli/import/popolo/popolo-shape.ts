import * as v from "valibot";
import { namesIn } from "./popolo-name.ts";

/**
 * What Popolo files say, as they come out of many databases: https://www.popoloproject.com/specs/. What may be left out may be
 * null or empty too, and what is a text may be a number; fields that are not named here are not read.
 */
const words = v.pipe(
  v.nullish(v.union([v.string(), v.number()], "must be a text")),
  v.transform((said) => String(said ?? "").trim() || undefined),
);

/** A date of what is told of. One that cannot be read is refused where it is used. */
const date = v.nullish(v.union([v.string(), v.number()], "must be a date"));

/** A date of what only bounds something else: one that is no date bounds nothing. */
const bound = v.fallback(date, null);

function listOf<const S extends v.GenericSchema>(item: S) {
  return v.pipe(
    v.nullish(v.array(v.nullish(item), "must be a list"), []),
    v.transform((list) => list.filter((one) => one != null)),
  );
}

/** A name, or the parts of one. Some files have plain texts in the place of objects. */
const name = v.union([
  v.pipe(
    v.string(),
    v.transform((name) => ({ name, lang: undefined, given_name: undefined, family_name: undefined, end_date: null })),
  ),
  v.object({ name: words, lang: words, given_name: words, family_name: words, end_date: bound }),
]);

export type PopoloName = v.InferOutput<typeof name>;

/** A name, or one for each language. */
const ownName = v.pipe(
  v.nullish(v.union([v.string(), v.number(), v.record(v.string(), words)], "must be a text"), ""),
  v.transform((said): PopoloName[] => {
    const byLanguage = typeof said === "object" ? Object.entries(said) : [[undefined, String(said)] as const];
    return byLanguage.map(([lang, name]) => ({
      name,
      lang,
      given_name: undefined,
      family_name: undefined,
      end_date: null,
    }));
  }),
);

/** A person or an organization. */
export const agent = v.pipe(
  v.object({
    id: words,
    name: ownName,
    given_name: words,
    family_name: words,
    other_names: listOf(name),
    names: listOf(name),
    summary: words,
    classification: words,
    parent_id: words,
    birth_date: bound,
    death_date: bound,
    founding_date: bound,
    dissolution_date: bound,
    identifiers: listOf(v.object({ scheme: words, identifier: words })),
  }),
  v.transform(({ name, given_name, family_name, other_names, names, ...rest }) => ({
    ...rest,
    ...namesIn(name, { given_name, family_name }, [...other_names, ...names]),
  })),
  v.check(
    ({ name }) => name !== "",
    "has no name: neither name, nor one of other_names, nor given_name and family_name",
  ),
);

export type PopoloAgent = v.InferOutput<typeof agent>;

export const post = v.object({
  id: words,
  label: words,
  role: words,
  organization_id: words,
  start_date: bound,
  end_date: bound,
});

export type PopoloPost = v.InferOutput<typeof post>;

export const membership = v.object({
  id: words,
  role: words,
  label: words,
  person_id: words,
  organization_id: words,
  post_id: words,
  legislative_period_id: words,
  start_date: date,
  end_date: date,
});

export type PopoloMembership = v.InferOutput<typeof membership>;

/** A term, where a membership names it as its legislative period. */
export const event = v.object({ id: words, classification: words, start_date: bound, end_date: bound });

export type PopoloEvent = v.InferOutput<typeof event>;
