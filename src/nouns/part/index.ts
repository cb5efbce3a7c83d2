import {
  aliases,
  citations,
  eventParticipants,
  identifiers,
  redirects,
  statementTargets,
} from "../../../drizzle/tables/index.ts";
import type { PartDescription } from "../description.ts";
import { aliasInput } from "./alias.ts";
import { citationInput } from "./citation.ts";
import { identifierInput } from "./identifier.ts";
import { participantInput } from "./participant.ts";
import { targetInput } from "./target.ts";

/** All parts that nouns have. Whose they are, their foreign keys say. */
export const parts = {
  aliases: { table: aliases, input: aliasInput, knownBy: ["name"] },
  identifiers: { table: identifiers, input: identifierInput, knownBy: ["scheme", "value"] },
  /** Where the slug and the id of a merged actor lead: only a merge says so. */
  redirects: { table: redirects, input: null, knownBy: ["slug"] },
  eventParticipants: { table: eventParticipants, input: participantInput, knownBy: ["actor", "role"] },
  statementTargets: { table: statementTargets, input: targetInput, knownBy: ["actor", "alliance"] },
  citations: { table: citations, input: citationInput, knownBy: ["article"] },
} satisfies Record<string, PartDescription>;

export type Part = keyof typeof parts;

export const partNames = Object.keys(parts) as Part[];

/** Something of each part. */
export function perPart<T>(make: (part: Part) => T): Record<Part, T> {
  return Object.fromEntries(partNames.map((part) => [part, make(part)])) as Record<Part, T>;
}
