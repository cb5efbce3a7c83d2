import type { Database } from "../../drizzle/client/database.ts";
import { readSchemes } from "../../drizzle/search/key-lookup.ts";
import { lookUpName } from "../../drizzle/search/name-lookup.ts";
import type { Match } from "../../src/domain/reconcile/entity.ts";
import { actorTypes, type EntityType } from "../../src/domain/reconcile/entity-type.ts";
import type { Question } from "../../src/domain/reconcile/question.ts";
import { type Evidence, isSure, scoreOf } from "../../src/domain/reconcile/weigh.ts";
import { writeGlobalId } from "../node/global-id.ts";
import { evidenceOf, identifiedBy, type Keys, type KnownProperty, textsOf } from "./evidence.ts";
import { entitiesOfKeys, type KeyMatch, typeNameOf } from "./key.ts";
import { type Property, propertyNamed } from "./property.ts";
import { propertiesWith } from "./property-list.ts";
import { type Ask, describe, type Described } from "./property-value.ts";

interface Candidate extends Omit<Match, "score" | "isSure" | "description"> {
  evidence: Evidence;
}

/** So many of those found by name are weighed by properties. */
const MOST_WEIGHED = 20;
/** A key that is not written as it is stored, or that is a number and may be one of any register. */
const LIKELY_KEY = 0.95;

/**
 * For each question, whom or what it may mean, the likeliest first. One SQL statement a name and one for all keys; where properties
 * are given, one more for the registers, and those of the values of everything found, in all at most a few for each type.
 */
export async function match(database: Database, ask: Ask, questions: readonly Question[]): Promise<Match[][]> {
  const properties = questions.some((question) => question.properties.length > 0)
    ? propertiesWith(await readSchemes(database))
    : [];
  const wanted = [
    ...new Set(questions.flatMap((question) => knownOf(question, properties).map(({ property }) => property))),
  ];
  const [keys, named] = await Promise.all([
    entitiesOfKeys(database, questions.flatMap(keysGiven)),
    Promise.all(questions.map(async (question) => namedBy(database, question))),
  ]);
  const asked = questions.map((question, at) => {
    const known = knownOf(question, properties).map((one) => ({ ...one, place: wanted.indexOf(one.property) }));
    return { question, known, found: candidatesOf(question, named[at]!, known, keys) };
  });
  const described = await describeAll(asked.flatMap(({ known, found }) => (known.length === 0 ? [] : found)));
  return asked.map(({ question, known, found }) =>
    weighed(
      question,
      found.map((candidate) => {
        const entity = described.get(candidate.id);
        if (known.length === 0 || entity === undefined) return candidate;
        return { ...candidate, evidence: { ...candidate.evidence, ...evidenceOf(entity, known, keys) } };
      }),
    ),
  );

  async function describeAll(found: readonly Candidate[]): Promise<Map<string, Described>> {
    const ids = [...new Set(found.map(({ id }) => id))];
    const entities =
      ids.length === 0
        ? []
        : await describe(
            ask,
            ids,
            wanted.map((property) => ({ property, when: "ever" as const })),
          );
    return new Map(entities.flatMap((entity) => (entity === null ? [] : [[entity.id, entity] as const])));
  }
}

function knownOf({ properties: given }: Question, properties: readonly Property[]): Omit<KnownProperty, "place">[] {
  return given.flatMap((asked) => {
    const property = propertyNamed(properties, asked.name);
    return property === undefined ? [] : [{ asked, property }];
  });
}

function keysGiven({ name, properties }: Question): string[] {
  return [...(name === null ? [] : [name]), ...properties.flatMap(({ values }) => values.flatMap(textsOf))];
}

const unknown: Evidence = { likeness: 0, isExact: false, isIdentified: false, agreed: 0, contradicted: 0 };

async function namedBy(database: Database, { name, types }: Question): Promise<Candidate[]> {
  if (name === null || types.length === 0) return [];
  const scope = { actors: actorTypes.some((type) => types.includes(type)), alliances: types.includes("Alliance") };
  const found = await lookUpName(database, name, scope);
  return found.map(({ id, actorType, name: shown, score, exact }) => {
    const type = typeNameOf(actorType);
    return {
      id: writeGlobalId(type, id),
      name: shown,
      type,
      evidence: { ...unknown, likeness: score, isExact: exact },
    };
  });
}

/** Those found by their names, by a key that stands in the place of a name, and by a property that identifies them. */
function candidatesOf(
  { name, types, limit }: Question,
  named: readonly Candidate[],
  known: readonly KnownProperty[],
  keys: Keys,
): Candidate[] {
  const found = new Map<string, Candidate>();
  const isAsked = ({ type }: { type: EntityType }) => types.includes(type);
  // Where the organization may be meant, its identifiers are not those of the alliance that it embodies.
  const isOwn = ({ isBorrowed }: KeyMatch) => !isBorrowed || !types.includes("Organization");
  for (const match of (name === null ? [] : (keys.get(name) ?? [])).filter(isAsked)) {
    const isExact = match.isVerbatim && isOwn(match) && (match.via === "id" || !/^\d+$/.test(name!));
    add(match, { likeness: isExact ? 1 : LIKELY_KEY, isExact });
  }
  for (const match of known.flatMap((one) => identifiedBy(one, keys)).filter(isAsked)) {
    add(match, { isIdentified: isOwn(match) });
  }
  const most = known.length === 0 ? limit : MOST_WEIGHED;
  for (const candidate of named.filter(isAsked).slice(0, most)) add(candidate, candidate.evidence);
  return [...found.values()];

  function add({ id, type, name: shown }: Pick<Candidate, "id" | "type" | "name">, more: Partial<Evidence>): void {
    const { evidence } = found.get(id) ?? { evidence: unknown };
    found.set(id, {
      id,
      type,
      name: shown,
      evidence: {
        ...evidence,
        likeness: Math.max(evidence.likeness, more.likeness ?? 0),
        isExact: evidence.isExact || (more.isExact ?? false),
        isIdentified: evidence.isIdentified || (more.isIdentified ?? false),
      },
    });
  }
}

function weighed({ name, limit }: Question, found: readonly Candidate[]): Match[] {
  const all = found.map(({ evidence }) => evidence);
  return found
    .map(({ evidence, ...entity }) => ({
      ...entity,
      description: null,
      score: scoreOf(evidence, name !== null),
      isSure: isSure(evidence, all),
    }))
    .toSorted((one, other) => other.score - one.score)
    .slice(0, limit);
}
