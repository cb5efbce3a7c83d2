import { actorTypes, entityTypes } from "../../src/domain/reconcile/entity-type.ts";
import type { Property, PropertySource } from "./property.ts";

const text = (field: string): PropertySource => ({ field, path: [], values: "text" });
const entity = (field: string): PropertySource => ({ field, path: [], values: "entity" });
const list = (field: string, ...path: string[]): PropertySource => ({
  field,
  path: ["nodes", ...path],
  values: "entity",
  isList: true,
});
const names: PropertySource = { field: "aliases", path: ["name"], values: "text", isOpen: true };

function onActors(source: PropertySource): Property["on"] {
  return Object.fromEntries(actorTypes.map((type) => [type, source]));
}

function onAll(source: PropertySource): Property["on"] {
  return Object.fromEntries(entityTypes.map((type) => [type, source]));
}

/** The properties that every data set has, in the order in which they are proposed. */
const ownProperties: readonly Property[] = [
  {
    id: "alliances",
    name: "Alliances",
    description: "The alliances that it is a member of, on a day",
    on: onActors({ ...list("alliances"), ever: list("memberships", "alliance") }),
    valueType: "Alliance",
    isDated: true,
  },
  {
    id: "partners",
    name: "Partners",
    description: "Whom it shares an alliance with, on a day",
    on: onActors(list("partners")),
    isDated: true,
  },
  {
    id: "members",
    name: "Members",
    description: "The members of the alliance, on a day",
    on: { Alliance: list("members") },
    isDated: true,
  },
  {
    id: "status",
    name: "Status",
    description: "How far the alliance has come, on a day, such as SIGNED or IN_FORCE",
    on: {
      Alliance: { field: "status", path: ["code"], values: "text", ever: { ...text("statuses"), path: ["code"] } },
    },
    isDated: true,
  },
  {
    id: "offices",
    name: "Offices",
    description: "The titles of the offices that the person holds, on a day",
    on: { Person: { ...list("offices", "title"), values: "text", isCut: true } },
    isDated: true,
  },
  {
    id: "officeHolders",
    name: "Office holders",
    description: "Who holds an office of the state, on a day",
    on: { State: list("officeHolders", "person") },
    valueType: "Person",
    isDated: true,
  },
  {
    id: "isoAlpha2",
    name: "ISO 3166-1 alpha-2",
    description: "The code of the country in two letters, such as JP",
    on: { State: text("isoAlpha2") },
    isKey: true,
  },
  {
    id: "isoAlpha3",
    name: "ISO 3166-1 alpha-3",
    description: "The code of the country in three letters, such as JPN",
    on: { State: text("isoAlpha3") },
    isKey: true,
  },
  {
    id: "country",
    name: "Country",
    description: "The country of a person or an organization",
    on: onActors(entity("country")),
    valueType: "State",
  },
  {
    id: "parent",
    name: "Part of",
    description: "What it is a part of",
    on: onAll(entity("parent")),
  },
  {
    id: "organizationType",
    name: "Type of organization",
    description: "What sort of organization it is, such as MEDIA",
    on: { Organization: text("type") },
  },
  {
    id: "kind",
    name: "Kind of alliance",
    description: "What sort of alliance it is, such as COLLECTIVE_DEFENCE",
    on: { Alliance: text("kind") },
  },
  {
    id: "organization",
    name: "Embodied by",
    description: "The organization that embodies the alliance",
    on: { Alliance: entity("organization") },
    valueType: "Organization",
  },
  {
    id: "embodies",
    name: "Embodies",
    description: "The alliance that the organization embodies",
    on: { Organization: entity("alliance") },
    valueType: "Alliance",
  },
  {
    id: "acronym",
    name: "Acronym",
    description: "The acronym of the alliance",
    on: { Alliance: text("acronym") },
  },
  {
    id: "name",
    name: "Name",
    description: "The name that it is shown by",
    on: onAll({ ...text("name"), isOpen: true }),
  },
  { id: "aliases", name: "Other names", description: "Its other names, in all languages", on: onAll(names) },
  {
    id: "description",
    name: "Description",
    description: "A line about it",
    on: onAll({ ...text("description"), isOpen: true }),
  },
  {
    id: "slug",
    name: "Slug",
    description: "Its name in addresses, such as united-kingdom",
    on: onAll(text("slug")),
    isKey: true,
  },
];

/** All properties, where there are identifiers of these registers. An alliance has those of the organization that embodies it. */
export function propertiesWith(schemes: readonly string[]): readonly Property[] {
  const known = new Set(ownProperties.map(({ id }) => id));
  const path = ["identifiers"];
  const identifiers: PropertySource = { field: "identifiers", path: [], values: "text" };
  const on = { ...onActors(identifiers), Alliance: { ...entity("organization"), path, values: "text" as const } };
  return [
    ...ownProperties,
    ...schemes
      .filter((scheme) => !known.has(scheme))
      .map((scheme): Property => ({
        id: scheme,
        name: `Identifier: ${scheme}`,
        description: `Its identifier in the register ${scheme}`,
        on,
        isKey: true,
        scheme,
      })),
  ];
}
