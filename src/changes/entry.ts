import type { ActorInput } from "./input/actor.ts";
import type { AllianceInput, MembershipInput, StatusInput } from "./input/alliance.ts";
import type { ArticleInput } from "./input/article.ts";
import type { EventInput } from "./input/event.ts";
import type { OfficeInput } from "./input/office.ts";
import type { StatementInput } from "./input/statement.ts";
import type { Place } from "./fault.ts";
import type { Noun } from "./noun.ts";

/** Where the slug and the id of a merged actor lead; no change set says so, only a merge. */
export interface RedirectValue {
  slug: string;
  former: number;
}

export interface Values {
  actors: ActorInput & { redirects?: RedirectValue[] };
  articles: ArticleInput;
  offices: OfficeInput;
  alliances: AllianceInput;
  allianceStatuses: StatusInput;
  memberships: MembershipInput;
  events: EventInput;
  statements: StatementInput;
}

/** One thing that a change set says, under its lasting name (slug or key), and where it says so. */
export interface Entry<N extends Noun> {
  name: string;
  value: Values[N];
  place: Place;
  /** The row that it is about, where that is known; else the one of the name, or a new one. */
  id?: number;
  /** That there may be no row of the name yet. */
  isNew?: boolean;
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
