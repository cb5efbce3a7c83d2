/** An assembly as EveryPolitician writes one: two terms and the election between them, and members with few dates. */
export const assembly = {
  persons: [
    { id: "p-all", name: "Member of Both Terms", birth_date: "1950-03-15" },
    { id: "p-late", name: "Member by a By-Election" },
    { id: "p-left", name: "Member Who Resigned" },
    { id: "p-died", name: "Member Who Died", death_date: "2009-05-06" },
    { id: "p-since", name: "Adviser Since 2007", death_date: "2010-05-06" },
    { id: "p-judge", name: "Judge of the Court" },
    { id: "p-seat", name: "Member for the Islands" },
    { id: "p-plain", name: "Member Without Anything" },
  ],
  organizations: [
    { id: "o-assembly", name: "Assembly", classification: "legislature" },
    { id: "o-court", name: "Court", founding_date: "1990-04-01", dissolution_date: "2012-12-31" },
    { id: "o-office", name: "Office", classification: "agency" },
  ],
  posts: [
    { id: "t-isles", label: "Islands", organization_id: "o-assembly", start_date: "2009", end_date: "2014-07-01" },
  ],
  memberships: [
    { person_id: "p-all", organization_id: "o-assembly", role: "member", legislative_period_id: "term/1" },
    { person_id: "p-all", organization_id: "o-assembly", role: "member", legislative_period_id: "term/2" },
    { person_id: "p-late", organization_id: "o-assembly", legislative_period_id: "term/1", start_date: "2008-10-02" },
    { person_id: "p-left", organization_id: "o-assembly", legislative_period_id: "term/1", end_date: "2008-10-01" },
    { person_id: "p-died", organization_id: "o-assembly", legislative_period_id: "term/1" },
    { person_id: "p-since", organization_id: "o-office", start_date: "2007-01-01" },
    { person_id: "p-judge", organization_id: "o-court" },
    { person_id: "p-seat", post_id: "t-isles" },
    { person_id: "p-plain", organization_id: "o-assembly" },
  ],
  events: [
    { id: "term/1", classification: "legislative period", start_date: "2007-11-01", end_date: "2011-10-31" },
    { id: "Q1", classification: "general election", start_date: "2011-10-16", end_date: "2011-10-16" },
    { id: "term/2", classification: "legislative period", start_date: "2011-11-01" },
  ],
};
