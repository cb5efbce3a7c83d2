import type * as v from "valibot";
import type { Values } from "../entry.ts";
import type { Noun } from "../noun.ts";
import { actorInput } from "./actor.ts";
import { allianceInput, membershipOfInput, statusOfInput } from "./alliance.ts";
import { articleInput } from "./article.ts";
import { eventInput } from "./event.ts";
import { officeInput } from "./office.ts";
import { statementInput } from "./statement.ts";

/** What is said of each noun. */
export const inputs = {
  actors: actorInput,
  articles: articleInput,
  offices: officeInput,
  alliances: allianceInput,
  allianceStatuses: statusOfInput,
  memberships: membershipOfInput,
  events: eventInput,
  statements: statementInput,
} as const satisfies { [N in Noun]: v.GenericSchema<unknown, Values[N]> };
