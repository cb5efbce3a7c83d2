import type { EntityType } from "./entity-type.ts";

/** Whom or what a query asks for. */
export interface Question {
  /** The name; null where there is none to look for. */
  name: string | null;
  /** Of which any will do; none for a type that is unknown. */
  types: readonly EntityType[];
  limit: number;
  properties: readonly AskedProperty[];
}

/** A property that is known of the one who is meant: any of the values will do. */
export interface AskedProperty {
  /** What the client calls it: its id or its name. */
  name: string;
  values: readonly AskedValue[];
}

/** A value as a client gives it: a text, an entity that it has matched before, or both. */
export interface AskedValue {
  id: string | null;
  text: string | null;
}
