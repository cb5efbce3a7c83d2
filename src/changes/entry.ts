import type { ActorInput } from "./input/actor.ts";
import type { AllianceInput, MembershipInput, StatusInput } from "./input/alliance.ts";
import type { ArticleInput } from "./input/article.ts";
import type { EventInput } from "./input/event.ts";
import type { OfficeInput } from "./input/office.ts";
import type { StatementInput } from "./input/statement.ts";
import type { Place } from "./fault.ts";
import type { Noun } from "./noun.ts";

export interface Values {
  actors: ActorInput;
  articles: ArticleInput;
  offices: OfficeInput;
  alliances: AllianceInput;
  allianceStatuses: StatusInput & { alliance: string };
  memberships: MembershipInput & { alliance: string };
  events: EventInput;
  statements: StatementInput;
}

/** One thing that a change set says, under its lasting name (slug or key), and where it says so. */
export interface Entry<N extends Noun> {
  name: string;
  value: Values[N];
  place: Place;
}

export type Entries = { [N in Noun]: Entry<N>[] };

export function noEntries(): Entries {
  return {
    actors: [],
    articles: [],
    offices: [],
    alliances: [],
    allianceStatuses: [],
    memberships: [],
    events: [],
    statements: [],
  };
}
