import * as v from "valibot";
import { actorInput } from "./actor.ts";
import { allianceWithFactsInput, membershipOfInput, statusOfInput } from "./alliance.ts";
import { articleInput } from "./article.ts";
import { eventInput } from "./event.ts";
import { officeInput } from "./office.ts";
import { statementInput } from "./statement.ts";

/** The native import format: facts to be there once the change set is applied. */
export const changesetInput = v.pipe(
  v.strictObject({
    $schema: v.optional(v.pipe(v.string(), v.description("Where this JSON Schema is, for editors"))),
    actors: v.optional(v.array(actorInput), []),
    articles: v.optional(v.array(articleInput), []),
    offices: v.optional(v.array(officeInput), []),
    alliances: v.optional(v.array(allianceWithFactsInput), []),
    statuses: v.optional(v.array(statusOfInput), []),
    memberships: v.optional(v.array(membershipOfInput), []),
    events: v.optional(v.array(eventInput), []),
    statements: v.optional(v.array(statementInput), []),
  }),
  v.description("A set of facts in Entente's own format. References are slugs and keys, here or already loaded"),
);

export type Changeset = v.InferOutput<typeof changesetInput>;
