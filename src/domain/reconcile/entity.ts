import type { EntityType } from "./entity-type.ts";

/** Whom or what is reconciled with, as whoever looks it up is shown it. */
export interface Entity {
  id: string;
  name: string;
  type: EntityType;
  description: string | null;
}

/** An entity that a query may mean. */
export interface Match extends Entity {
  /** From 0 to 1. */
  score: number;
  /** Whether it is sure enough to be taken without a person's look. */
  isSure: boolean;
}
