import type { AskedProperty, AskedValue } from "../../src/domain/reconcile/question.ts";
import type { Evidence } from "../../src/domain/reconcile/weigh.ts";
import { nameKey } from "../../src/domain/text/name/name-key.ts";
import type { KeyMatch } from "./key.ts";
import type { Property } from "./property.ts";
import { sourceOf } from "./property-document.ts";
import type { Described, Value } from "./property-value.ts";

/** A property that a client gives, and which of ours it is. */
export interface KnownProperty {
  asked: AskedProperty;
  property: Property;
  /** Where its values stand among those that were read of each entity. */
  place: number;
}

/** What leads to entities by their keys. */
export type Keys = ReadonlyMap<string, readonly KeyMatch[]>;

/** What one property says of an entity; null where nothing is known to compare. */
type Verdict = "agrees" | "contradicts" | null;

/** What the properties of a query say of an entity, as far as they can be compared. */
export function evidenceOf(
  entity: Described,
  properties: readonly KnownProperty[],
  keys: Keys,
): Pick<Evidence, "agreed" | "contradicted"> {
  const verdicts = properties.map((one) => verdictOf(entity, one, keys));
  return {
    agreed: verdicts.filter((verdict) => verdict === "agrees").length,
    contradicted: verdicts.filter((verdict) => verdict === "contradicts").length,
  };
}

/** The texts that a value may be a key by. */
export function textsOf({ id, text }: AskedValue): string[] {
  return [id, text].filter((one) => one !== null);
}

/** Whom the values of a property identify. */
export function identifiedBy({ asked, property }: Pick<KnownProperty, "asked" | "property">, keys: Keys): KeyMatch[] {
  if (property.isKey !== true) return [];
  return asked.values
    .flatMap(textsOf)
    .flatMap((text) => (keys.get(text) ?? []).filter(({ via }) => via === property.id));
}

function verdictOf(entity: Described, known: KnownProperty, keys: Keys): Verdict {
  const { asked, property, place } = known;
  const identified = identifiedBy(known, keys);
  if (identified.some(({ id }) => id === entity.id)) return "agrees";
  // A key is one entity's alone.
  if (identified.length > 0) return "contradicts";
  const source = sourceOf(property, entity.type, "ever");
  // A person has no members.
  if (source === undefined) return "contradicts";
  const own = entity.values[place] ?? [];
  if (own.length === 0) return null;
  const names = new Set(own.flatMap(namesOf));
  const isNamed = (name: string) =>
    names.has(name) || (source.isCut === true && [...names].some((own) => own.startsWith(`${name} `)));
  const isOf = ({ id, text }: AskedValue) =>
    (id !== null && idsOf(id, keys).some((one) => names.has(one))) || (text !== null && isNamed(plainKey(text)));
  if (asked.values.some(isOf)) return "agrees";
  return source.isOpen === true ? null : "contradicts";
}

/** The id, and that of the heir it leads to. */
function idsOf(id: string, keys: Keys): string[] {
  return [id, ...(keys.get(id) ?? []).map((match) => match.id)];
}

/** All that a value is called, and its id. */
function namesOf(value: Value): string[] {
  if (typeof value === "string") return [plainKey(value)];
  const { id, name, slug, acronym, isoAlpha2, isoAlpha3, aliases = [] } = value;
  const names = [name, slug, acronym, isoAlpha2, isoAlpha3, ...aliases.map((alias) => alias.name)];
  return [id, ...names.flatMap((one) => (one == null ? [] : [plainKey(one)]))];
}

/** As names are compared, without an article. */
function plainKey(name: string): string {
  return nameKey(name).replace(/^the /, "");
}
