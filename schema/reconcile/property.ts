import type { EntityType } from "../../src/domain/reconcile/entity-type.ts";

/** Where the values of a property are, on a type: a field of the schema, and the way from there to them. */
export interface PropertySource {
  field: string;
  /** From the field's value to the values of the property; lists on the way are gone through. */
  path: readonly string[];
  values: "text" | "entity";
  /** The field is a list by day, which is read page by page; or one thing that depends on a day. */
  isList?: true;
  /** Where its values of every day are, which a match is weighed by; left out where `ever: true` gives them, or it has no day. */
  ever?: PropertySource;
  /** Whether a value that is not among them says nothing: nobody knows all other names. */
  isOpen?: true;
  /** Whether the beginning of a value stands for it: a prime minister for the prime minister of a country. */
  isCut?: true;
}

/** What can be known of an entity, as clients of reconciliation see it. */
export interface Property {
  id: string;
  name: string;
  description: string;
  on: Readonly<Partial<Record<EntityType, PropertySource>>>;
  /** The type of its values, where they are entities of one type. */
  valueType?: EntityType;
  /** Whether its values depend on a day. */
  isDated?: true;
  /** Whether a value is one entity's alone. */
  isKey?: true;
  /** The register, where it is that of identifiers. */
  scheme?: string;
}

/** The property that a client means by its id or its name: case, spaces and signs do not count. */
export function propertyNamed(properties: readonly Property[], asked: string): Property | undefined {
  const sought = plain(asked);
  return (
    properties.find(({ id }) => id === asked) ??
    (sought === "" ? undefined : properties.find(({ id, name }) => plain(id) === sought || plain(name) === sought))
  );
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
}
