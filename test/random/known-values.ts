/** Values of the loaded data by the names of the arguments that they are for, of an argument of one field by `Type.field.argument`. */
export type KnownValues = Readonly<Record<string, readonly unknown[]>>;

interface Row {
  id: string;
  slug: string;
  name: string;
  __typename: string;
}

/** Asks the service for the data of a query. */
type Ask = (query: string) => Promise<{ data: unknown }>;

/** Reads the loaded data for what random queries may ask about, so that their answers are seldom empty. */
export async function knownValues(ask: Ask): Promise<KnownValues> {
  const answer = await ask(`{
    actors(first: 100) { nodes { __typename id slug name } }
    alliances(first: 100) { nodes { __typename id slug name } }
    articles(first: 100) { nodes { __typename id slug name: title } }
    statements(first: 100) { nodes { __typename id } }
    events(first: 100) { nodes { __typename id } }
  }`);
  const data = answer.data as Record<string, { nodes: Row[] }>;
  const read = (list: string, field: keyof Row, type?: string) =>
    data[list]!.nodes.filter(({ __typename }) => type === undefined || __typename === type).map((row) => row[field]);
  const either = (list: string, type?: string) => [...read(list, "slug", type), ...read(list, "id", type)];
  const anyId = ["actors", "alliances", "articles", "statements", "events"].flatMap((list) => read(list, "id"));
  const subjects = [...either("actors"), ...either("alliances")];
  const states = either("actors", "State");
  const days = ["1949-04-04", "1960-01-01", "2007-03-13", "2021-06-01", "2022-05-05", "2022-05-07", "2024-06-01"];
  return {
    "Query.actor.slug": read("actors", "slug"),
    "Query.actor.id": read("actors", "id"),
    "Query.actor.name": read("actors", "name"),
    "Query.alliance.slug": read("alliances", "slug"),
    "Query.alliance.id": read("alliances", "id"),
    "Query.alliance.name": read("alliances", "name"),
    "Query.article.slug": read("articles", "slug"),
    "Query.article.id": read("articles", "id"),
    "Query.statement.id": read("statements", "id"),
    "Query.paths.from": states,
    "Query.paths.to": states,
    "Query.stances.from": [...states, "global-times"],
    "Query.turningDays.actor": states,
    "Query.resolve.name": ["PM Kishida", "UK", "Turkiye", "nato", "Phillipines", "日本"],
    "Query.search.query": ["japan", "cyber def", "nato asia", "access agreement", "visit"],
    "Query.__type.name": ["Actor", "Query", "Statement", "ActorFilter", "Stance", "Nobody"],
    "Query.revisions.author": ["test"],
    "AllianceFilter.name": read("alliances", "name"),
    "AllianceFilter.parent": either("alliances"),
    "EventFilter.event": read("events", "id"),
    "StatementFilter.event": read("events", "id"),
    actor: either("actors"),
    alliance: either("alliances"),
    article: either("articles"),
    asOf: days,
    country: states,
    focus: states,
    from: days.slice(0, 4),
    id: anyId,
    ids: [...anyId, "nothing"],
    language: ["en", "ja", "zh", "ZH-hans", "*"],
    maxLength: [1, 2, 3, 4],
    member: either("actors"),
    most: [2, 5, 30, 2000],
    mentions: subjects,
    name: read("actors", "name"),
    namePrefix: ["J", "N", "A", "United"],
    number: [1, 2],
    parent: either("actors"),
    participant: either("actors"),
    place: ["London", "Tokyo", "Phnom Penh"],
    plannedAsOf: days,
    publisher: either("actors", "Organization"),
    radius: [1, 2, 3],
    since: [0, 1],
    speaker: either("actors"),
    speakerCountry: states,
    targetActor: either("actors"),
    targetAlliance: either("alliances"),
    to: days.slice(4),
    toward: subjects,
    with: states,
  };
}
