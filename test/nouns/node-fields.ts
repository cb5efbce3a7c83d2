import { getNamedType, type GraphQLNamedType, isInterfaceType, isLeafType, isObjectType } from "graphql";
import { type Noun, nouns } from "../../src/nouns/index.ts";
import { fieldsOf } from "../../src/nouns/structure.ts";
import type { Said } from "./random-entry.ts";

/** How a field of an input is asked of the API; null for what it does not show. */
type Asked = { selection: string; read: (node: Said) => unknown } | null;

const period = (end: string): Asked => ({
  selection: "period { from to }",
  read: (node) => (node["period"] as Said)[end],
});
const subject: Asked = {
  selection: "subject { ... on Actor { slug } ... on Alliance { slug } }",
  read: (node) => (node["subject"] as Said)["slug"],
};

/** What the API calls otherwise than inputs. */
const elsewhere: Readonly<Record<string, Asked>> = {
  "StatementTarget.actor": subject,
  "StatementTarget.alliance": subject,
  // The type of an actor is that of its node.
  "State.type": null,
  "Person.type": null,
  "Organization.type": null,
  "Organization.organizationType": { selection: "type", read: (node) => node["type"] },
};

/** The selection of all that an entry says, of a node of the type. */
export function selectionOf(type: GraphQLNamedType, said: Said): string {
  return [
    ...new Set(Object.entries(said).flatMap(([field, value]) => askFor(type, field, value)?.selection ?? [])),
  ].join(" ");
}

/** What a node answers, field by field as its entry says it. */
export function readBack(type: GraphQLNamedType, said: Said, node: Said): Said {
  return Object.fromEntries(
    Object.entries(said).flatMap(([field, value]) => {
      const asked = askFor(type, field, value);
      return asked === null ? [] : [[field, asked.read(node)]];
    }),
  );
}

/** What the API can show of an entry, with the ids of what it shows no key of. */
export function shown(
  noun: Noun,
  type: GraphQLNamedType,
  said: Said,
  idOf: (noun: Noun, name: string) => string,
): Said {
  const own = new Map(fieldsOf(nouns[noun]).map(({ name, references }) => [name, references]));
  return Object.fromEntries(
    Object.entries(said).flatMap(([field, value]) => {
      if (askFor(type, field, value) === null) return [];
      const to = own.get(field);
      return [[field, to != null && nouns[to].name === "key" ? idOf(to, String(value)) : value]];
    }),
  );
}

function askFor(type: GraphQLNamedType, field: string, value: unknown): Asked {
  const name = `${type.name}.${field}`;
  if (name in elsewhere) return elsewhere[name]!;
  const fields = isObjectType(type) || isInterfaceType(type) ? type.getFields() : {};
  const own = fields[field];
  // A fact is found by its id: its key is of change sets.
  if (own === undefined && field === "key") return null;
  if (own === undefined && "period" in fields && (field === "from" || field === "to")) return period(field);
  if (own === undefined) throw new Error(`${name} is entered, and the API does not show it`);
  const inner = getNamedType(own.type);
  if (isLeafType(inner)) return { selection: field, read: (node) => node[field] };
  if (Array.isArray(value)) {
    const items = value as Said[];
    return {
      selection: `${field} { ${[...new Set(items.map((item) => selectionOf(inner, item)))].join(" ")} }`,
      read: (node) => (node[field] as Said[]).map((item, place) => readBack(inner, items[place] ?? {}, item)),
    };
  }
  const lasting = (isObjectType(inner) || isInterfaceType(inner)) && "slug" in inner.getFields() ? "slug" : "id";
  return { selection: `${field} { ${lasting} }`, read: (node) => (node[field] as Said)[lasting] };
}
