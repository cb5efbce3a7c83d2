import type { GraphQLError } from "graphql";
import type { Entity } from "../../src/domain/reconcile/entity.ts";
import type { EntityType } from "../../src/domain/reconcile/entity-type.ts";
import { asExecuted } from "../assertion.ts";
import type { Property } from "./property.ts";
import { answerKey, documentOf, nextPages, sourceOf, type WantedProperty } from "./property-document.ts";

/** Asks the schema, as a client would; null where what it asked for is null. */
export type Ask = (document: string, variables?: Record<string, unknown>) => Promise<Answer>;

interface Answer {
  data?: Record<string, unknown> | null | undefined;
  errors?: readonly GraphQLError[] | undefined;
}

/** A value of a property: a text, or an entity with whatever else was read of it. */
export type Value = string | EntityValue;

export interface EntityValue {
  __typename: EntityType;
  id: string;
  name: string;
  slug?: string;
  aliases?: { name: string }[];
  isoAlpha2?: string | null;
  isoAlpha3?: string | null;
  acronym?: string | null;
}

/** An entity with the values of the properties that were wanted, by their places. */
export interface Described extends Entity {
  values: Value[][];
}

/** So many ids the field `nodes` takes. */
const MOST_NODES = 100;

/** The entities of ids, in their order, with the values of properties; null for an id of nothing. Merged ids have their heirs. */
export async function describe(
  ask: Ask,
  ids: readonly string[],
  wanted: readonly WantedProperty[],
): Promise<(Described | null)[]> {
  const document = documentOf(wanted);
  const chunks = Array.from({ length: Math.ceil(ids.length / MOST_NODES) }, (_, at) =>
    ids.slice(at * MOST_NODES, (at + 1) * MOST_NODES),
  );
  const answers = await Promise.all(
    chunks.map(async (chunk) => asked<{ nodes: (Node | null)[] }>(ask, document, { ids: chunk })),
  );
  const nodes = answers.flatMap((answer) => answer.nodes);
  const described = nodes.map((node) => (node === null || node.name === undefined ? null : describedBy(node, wanted)));
  await readOn(ask, nodes, described, wanted);
  return described;
}

type Node = Record<string, unknown> & {
  __typename: EntityType;
  id: string;
  name?: string;
  description?: string | null;
};

function describedBy(node: Node, wanted: readonly WantedProperty[]): Described {
  const { id, name, __typename: type, description = null } = node;
  const values = wanted.map((one, place) => valuesAt(one, type, node[answerKey(place)]));
  return { id, name: name!, type, description, values };
}

/** Reads the further pages of lists: one more document for all of them, until none has more. */
async function readOn(
  ask: Ask,
  nodes: readonly (Node | null)[],
  described: readonly (Described | null)[],
  wanted: readonly WantedProperty[],
): Promise<void> {
  let lists = nodes.flatMap((node, at) => {
    const entity = described[at];
    if (node === null || entity == null) return [];
    return wanted.flatMap((one, place) => {
      const after = nextOf(node[answerKey(place)]);
      return after === null
        ? []
        : [{ id: entity.id, type: entity.type, after, wanted: one, values: entity.values[place]! }];
    });
  });
  while (lists.length > 0) {
    const pages = await asked<Record<string, Record<string, unknown> | null>>(ask, nextPages(lists));
    lists = lists.flatMap((list, place) => {
      const page = pages[`n${place}`]?.[answerKey(place)];
      list.values.push(...valuesAt(list.wanted, list.type, page));
      const after = nextOf(page);
      return after === null ? [] : [{ ...list, after }];
    });
  }
}

function nextOf(connection: unknown): string | null {
  const { pageInfo } = (connection ?? {}) as { pageInfo?: { hasNextPage: boolean; endCursor: string | null } };
  return pageInfo?.hasNextPage === true ? pageInfo.endCursor : null;
}

function valuesAt({ property, when }: WantedProperty, type: EntityType, value: unknown): Value[] {
  const source = sourceOf(property, type, when);
  if (source === undefined) return [];
  const found = source.path.reduce<unknown[]>(
    (all, step) => all.flatMap((one) => asExecuted<Record<string, unknown[]>>(one)[step] ?? []),
    [value ?? []].flat(),
  );
  return asExecuted<Value[]>(property.scheme === undefined ? found : identifiersOf(property, found));
}

function identifiersOf({ scheme }: Property, found: readonly unknown[]): string[] {
  const identifiers = asExecuted<{ scheme: string; value: string }[]>(found);
  return identifiers.filter((identifier) => identifier.scheme === scheme).map(({ value }) => value);
}

/** @throws what went wrong, as the resolver threw it */
async function asked<Data>(ask: Ask, document: string, variables?: Record<string, unknown>): Promise<Data> {
  const { data, errors } = await ask(document, variables);
  if (errors !== undefined) throw errors[0]!.originalError ?? errors[0]!;
  return asExecuted<Data>(data);
}
