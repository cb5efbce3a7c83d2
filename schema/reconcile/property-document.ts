import { type EntityType, entityTypes } from "../../src/domain/reconcile/entity-type.ts";
import type { OnDay } from "../../src/domain/reconcile/extension.ts";
import type { Property, PropertySource } from "./property.ts";

/** A property to be read, on a day, or on every day. */
export interface WantedProperty {
  property: Property;
  when: OnDay | "ever";
}

const PAGE = 100;

/** What is read of an entity that is a value: more where it is to be compared with what a client calls it. */
const SHOWN = "__typename id name";
const COMPARED = `${SHOWN} slug aliases { name } ... on State { isoAlpha2 isoAlpha3 } ... on Alliance { acronym }`;

/** The field under which a property's values stand in the answer, by its place among those that are wanted. */
export const answerKey = (place: number) => `p${place}`;

/** A GraphQL document for the values of properties of the nodes of `$ids`. */
export function documentOf(wanted: readonly WantedProperty[]): string {
  const selections = wanted.flatMap(({ property, when }, place) =>
    entityTypes.flatMap((type) => {
      const source = sourceOf(property, type, when);
      if (source === undefined) return [];
      return [`... on ${type} { ${answerKey(place)}: ${fieldOf(source, property, when, null)} }`];
    }),
  );
  return `query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id ... on Actor { name description } ... on Alliance { name description } ${selections.join(" ")} } }`;
}

/** A GraphQL document for the next page of lists, each of one node, under the fields `answerKey` of their places. */
export function nextPages(
  lists: readonly { id: string; type: EntityType; after: string; wanted: WantedProperty }[],
): string {
  const nodes = lists.map(({ id, type, after, wanted: { property, when } }, place) => {
    const field = fieldOf(sourceOf(property, type, when)!, property, when, after);
    return `n${place}: node(id: ${JSON.stringify(id)}) { ... on ${type} { ${answerKey(place)}: ${field} } }`;
  });
  return `{ ${nodes.join(" ")} }`;
}

/** Where the values of a property are on a type, on a day or on every one. */
export function sourceOf({ on }: Property, type: EntityType, when: WantedProperty["when"]): PropertySource | undefined {
  const source = on[type];
  return (when === "ever" ? source?.ever : undefined) ?? source;
}

function fieldOf(
  source: PropertySource,
  property: Property,
  when: WantedProperty["when"],
  after: string | null,
): string {
  const given = [
    ...(source.isList ? [`first: ${PAGE}`, ...(after === null ? [] : [`after: ${JSON.stringify(after)}`])] : []),
    ...(property.isDated ? timeOf(source, when) : []),
  ];
  return `${source.field}${given.length === 0 ? "" : `(${given.join(", ")})`} ${selectionOf(source, property, when)}`;
}

function timeOf({ isList }: PropertySource, when: WantedProperty["when"]): string[] {
  if (when !== "ever") return [`asOf: ${JSON.stringify(when.asOf)}`, `certainty: ${when.certainty}`];
  return isList ? ["ever: true"] : [];
}

function selectionOf(
  { path, values, isList }: PropertySource,
  { scheme }: Property,
  when: WantedProperty["when"],
): string {
  const shown =
    values === "entity" ? `{ ${when === "ever" ? COMPARED : SHOWN} }` : scheme === undefined ? "" : "{ scheme value }";
  const inner = path.reduceRight((rest, step) => `{ ${step} ${rest} }`, shown);
  return isList ? inner.replace(/\}$/, "pageInfo { hasNextPage endCursor } }") : inner;
}
