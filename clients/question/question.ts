import type { DocumentNode } from "graphql";

/** One operation, with what it is asked with. */
export interface Question {
  /** Unique, and a name as GraphQL has them. */
  name: string;
  document: DocumentNode;
  variables: Readonly<Record<string, unknown>>;
}
