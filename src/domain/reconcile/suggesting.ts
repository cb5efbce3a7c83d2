import type { EntityType } from "./entity-type.ts";

/** What is looked for by its beginning, and which part of what is found is wanted. */
export interface Suggesting {
  prefix: string;
  types: readonly EntityType[];
  skip: number;
  limit: number;
}
