/**
 * The closed vocabularies of the domain: each value with its meaning. The tables' CHECKs, the
 * GraphQL enums and the data set's JSON Schema are all made from these.
 */
type Vocabulary = Readonly<Record<string, string>>;

/** The values of a vocabulary, in the order they are written. */
export function valuesOf<V extends Vocabulary>(vocabulary: V): [keyof V & string, ...(keyof V & string)[]] {
  return Object.keys(vocabulary) as [keyof V & string, ...(keyof V & string)[]];
}

export const actorTypes = {
  STATE: "A state, such as Japan",
  PERSON: "A person, such as Fumio Kishida",
  ORGANIZATION: "An organization, such as NATO, a newspaper or an agency",
} as const satisfies Vocabulary;

export const organizationTypes = {
  AGENCY: "A body of a state, such as an intelligence service or a ministry",
  INTERGOVERNMENTAL: "A body that states have founded, such as NATO",
  MEDIA: "A newspaper, broadcaster or news agency",
  RESEARCH: "A university, think tank or data project",
  OTHER: "An organization of another kind",
} as const satisfies Vocabulary;

export const aliasSorts = {
  ACRONYM: "Initials or an abbreviation, such as UK",
  NATIVE: "The name in a language of its own, such as 日本",
  FORMER: "A name borne earlier, such as Turkey",
  DEMONYM: "The word for its people or for what is theirs, such as Japanese",
  VARIANT: "Another name, a short or official form, or another spelling",
} as const satisfies Vocabulary;

export const allianceKinds = {
  RECIPROCAL_ACCESS: "A reciprocal access agreement: each side's forces may visit and train with the other's",
  COLLECTIVE_DEFENCE: "A treaty in which an attack on one member is an attack on all, such as NATO",
  DEFENCE_PACT: "A promise to defend the other parties, as Correlates of War counts them",
  NEUTRALITY: "A promise to stay neutral when another party is at war",
  NON_AGGRESSION: "A promise not to attack the other parties",
  ENTENTE: "A promise to consult or cooperate in a crisis",
  DIALOGUE: "A standing round of talks without a treaty, such as the Quad",
  BLOC: "A regional bloc, such as ASEAN",
  FORUM: "A forum for talks among many, such as the G20",
  CENTRE: "A shared centre or agency, such as the CCDCOE",
  TECHNOLOGY_PACT: "A pact to share or develop technology, such as AUKUS",
  DEFENCE_COOPERATION: "A defence cooperation agreement: a framework for training, procurement, research or exercises",
  STATUS_OF_FORCES: "A status of forces agreement: what law holds for the forces of one party in the land of another",
  INTELLIGENCE_SHARING: "An agreement to share intelligence or to protect what is shared",
  BASING: "An agreement on bases or facilities of one party in the land of another",
  INTERNATIONAL_ORGANIZATION:
    "The members of an international organization, founded by a treaty, with organs of its own",
  TREATY: "An agreement of another kind, such as an environmental treaty",
} as const satisfies Vocabulary;

/** In ladder order up to IN_FORCE; SUSPENDED and TERMINATED are off the ladder. */
export const allianceStatusCodes = {
  PROPOSED: "Someone has proposed it in public",
  NEGOTIATING: "The parties are in talks",
  AGREED: "Agreed in principle, not yet signed",
  SIGNED: "Signed, not yet ratified by all",
  RATIFIED: "Ratified, not yet in force",
  IN_FORCE: "In force; for an alliance without a treaty, in operation",
  SUSPENDED: "Suspended: no longer in operation, not ended",
  TERMINATED: "Ended",
} as const satisfies Vocabulary;

/** The five that the Alliance Treaty Obligations and Provisions project (ATOP) tells apart. */
export const obligationCodes = {
  DEFENCE: "To help another party with force when it is attacked",
  OFFENCE: "To help another party with force also when it is not attacked",
  NEUTRALITY: "To stay out of a war of another party, and not to help its enemies",
  NON_AGGRESSION: "Not to use force against another party",
  CONSULTATION: "To consult the other parties in a crisis that may lead to war",
} as const satisfies Vocabulary;

export const membershipRoles = {
  MEMBER: "A full member or party",
  CONTRIBUTING_PARTICIPANT: "Takes part and contributes without being a full member, as in the CCDCOE",
  PARTNER: "A partner of the alliance, outside it",
  OBSERVER: "May attend without taking part",
  APPLICANT: "Has asked to join",
  INVITED: "Has been asked to join",
} as const satisfies Vocabulary;

export const statementForms = {
  QUOTE: "The speaker's own words",
  PARAPHRASE: "What the speaker is reported to have said, in words of ours",
} as const satisfies Vocabulary;

export const stances = {
  SUPPORTIVE: "Speaks for the target",
  CRITICAL: "Speaks against the target",
  NEUTRAL: "Takes no side, or speaks of the target only",
} as const satisfies Vocabulary;

export const eventKinds = {
  VISIT: "A visit of one actor to another",
  SUMMIT: "A meeting of leaders",
  SIGNING: "The signing of an agreement",
  ACCESSION: "A joining of an alliance",
  FOUNDING: "The founding of an alliance or organization",
  INAUGURATION: "The start of a term of office",
  ANNOUNCEMENT: "A public announcement, such as of talks or of an agreement in principle",
  EXERCISE: "A military exercise",
} as const satisfies Vocabulary;

export const participantRoles = {
  HOST: "Receives the others",
  VISITOR: "Comes to the host",
  SIGNATORY: "Signs",
  CHAIR: "Presides",
  SUBJECT: "Is the one it is about: who joins, takes office or is founded",
  SPONSOR: "Joins beside the subject, or vouches for it",
  ATTENDEE: "Takes part",
} as const satisfies Vocabulary;

export const ranks = {
  PREFERRED: "The best supported of competing claims: as-of answers use it and leave the others out",
  NORMAL: "Neither singled out nor withdrawn: as-of answers use it unless a preferred claim competes",
  DEPRECATED: "Known to be wrong or withdrawn, kept with its source: as-of answers never use it",
} as const satisfies Vocabulary;

export const certainties = {
  CERTAIN: "Holds on the day, whatever the uncertain dates mean, and a source bears it out for the day",
  POSSIBLE: "May hold on the day, as far as dates and sources tell",
} as const satisfies Vocabulary;

export type ActorType = keyof typeof actorTypes;
export type OrganizationType = keyof typeof organizationTypes;
export type AliasSort = keyof typeof aliasSorts;
export type AllianceKind = keyof typeof allianceKinds;
export type AllianceStatusCode = keyof typeof allianceStatusCodes;
export type ObligationCode = keyof typeof obligationCodes;
export type MembershipRole = keyof typeof membershipRoles;
export type StatementForm = keyof typeof statementForms;
export type Stance = keyof typeof stances;
export type EventKind = keyof typeof eventKinds;
export type ParticipantRole = keyof typeof participantRoles;
export type Rank = keyof typeof ranks;
export type Certainty = keyof typeof certainties;
