import * as vocabulary from "../src/domain/vocabulary.ts";
import { builder } from "./builder.ts";
import { asMade } from "./assertion.ts";

const MAY_GROW = "New values may be added: treat one you do not know as you would a missing one";

function enumOf<Values extends Readonly<Record<string, string>>>(name: string, what: string, values: Values) {
  return builder.enumType(name, {
    description: `${what}. ${MAY_GROW}`,
    values: asMade<{ [Value in keyof Values & string]: { value: Value; description: string } }>(
      Object.fromEntries(Object.entries(values).map(([value, description]) => [value, { value, description }])),
    ),
  });
}

export const OrganizationType = enumOf(
  "OrganizationType",
  "What sort of organization it is",
  vocabulary.organizationTypes,
);
export const AliasSort = enumOf("AliasSort", "What sort of name an alias is", vocabulary.aliasSorts);
export const AllianceKind = enumOf("AllianceKind", "What sort of tie an alliance is", vocabulary.allianceKinds);
export const AllianceStatusCode = enumOf(
  "AllianceStatusCode",
  "How far an alliance had got. From PROPOSED to IN_FORCE it is a ladder; SUSPENDED and TERMINATED are off it",
  vocabulary.allianceStatusCodes,
);
export const ObligationCode = enumOf(
  "ObligationCode",
  "To what an alliance obliges its members",
  vocabulary.obligationCodes,
);
export const MembershipRole = enumOf(
  "MembershipRole",
  "In what role an actor takes part in an alliance",
  vocabulary.membershipRoles,
);
export const StatementForm = enumOf("StatementForm", "Whether a statement is verbatim", vocabulary.statementForms);
export const Stance = enumOf("Stance", "Whether a statement speaks for or against its target", vocabulary.stances);
export const EventKind = enumOf("EventKind", "What sort of event it is", vocabulary.eventKinds);
export const ParticipantRole = enumOf(
  "ParticipantRole",
  "What part an actor has in an event",
  vocabulary.participantRoles,
);
export const Rank = enumOf("Rank", "How a claim stands beside others that compete with it", vocabulary.ranks);
export const Certainty = enumOf(
  "Certainty",
  "How surely something holds on a day. As an argument: POSSIBLE asks for all that may hold, CERTAIN only for what does whatever the uncertain dates mean, and is borne out for the day",
  vocabulary.certainties,
);
