/** PostGraphile's answers in the shape of the others': done by the bench, outside of what is measured. */
import { writeGlobalId } from "../../schema/node/global-id.ts";

type Json = Readonly<Record<string, unknown>>;
/** A node of an answer: the documents beside this file say what is in it. */
// oxlint-disable-next-line typescript/no-explicit-any -- its fields are those of the document
type Answer = any;

const TYPES: Readonly<Record<string, string>> = { STATE: "State", PERSON: "Person", ORGANIZATION: "Organization" };

export const reshape: Readonly<Record<string, (answer: Answer) => Json>> = {
  "raa-partners": ({ actorBySlug: { name, partnershipsOn } }) => ({
    actor: {
      name,
      partnerships: { totalCount: partnershipsOn.totalCount, edges: partnershipsOn.nodes.map(partnershipOf) },
    },
  }),
  "actor-page": ({ actorBySlug: actor }) => ({
    actor: {
      ...actorOf(actor),
      description: actor.description,
      ...(actor.type === "STATE" ? { isoAlpha2: actor.isoAlpha2, isoAlpha3: actor.isoAlpha3 } : {}),
      aliases: actor.aliasesByActorId.nodes,
      identifiers: actor.identifiersByActorId.nodes,
      country: actor.actorByCountryId,
      alliances: actor.alliancesOn,
      statements: {
        totalCount: actor.statementCount,
        nodes: actor.statementsBySpeakerId.nodes.map(statementOnPage),
        pageInfo: actor.statementsBySpeakerId.pageInfo,
      },
    },
  }),
  statements: listOf,
  "statements-deep": listOf,
  network: ({ networkNodes: { nodes }, networkEdges: { nodes: edges } }) => ({
    network: {
      nodes: nodes.map(({ number, type, ...node }: Answer) => ({
        ...node,
        nodeId: writeGlobalId(TYPES[type] ?? "Alliance", number),
      })),
      edges: edges.map(({ actorType, actorNumber, allianceNumber, ...edge }: Answer) => ({
        ...edge,
        actorId: writeGlobalId(TYPES[actorType]!, actorNumber),
        allianceId: writeGlobalId("Alliance", allianceNumber),
      })),
      counts: {
        actors: nodes.filter(({ sort }: Answer) => sort === "ACTOR").length,
        alliances: nodes.filter(({ sort }: Answer) => sort === "ALLIANCE").length,
        edges: edges.length,
      },
      truncated: false,
    },
  }),
  node: ({ node: { __typename: type, rowId, ...node } }) => ({ node: nodeOf(type, rowId, node) }),
};

function actorOf({ type, slug, name }: Answer): Json {
  return { __typename: TYPES[type], slug, name };
}

function partnershipOf(held: Answer): Json {
  const { type, name, isoAlpha2 } = held.actorByPartnerId;
  return {
    certainty: held.certainty,
    node: {
      status: held.status,
      period: { from: held.fromEdtf, to: held.toEdtf },
      partner: { __typename: TYPES[type], name, ...(type === "STATE" ? { isoAlpha2 } : {}) },
      alliance: held.allianceByAllianceId,
      citations: held.evidence.nodes.map(({ exact, articleByArticleId: article }: Answer) => ({ exact, article })),
    },
  };
}

function targetsOf(statement: Answer): Json[] {
  return statement.statementTargetsByStatementId.nodes.map(
    ({ stance, actorByActorId: actor, allianceByAllianceId: alliance }: Answer) => ({
      stance,
      subject: actor === null ? { __typename: "Alliance", ...alliance } : actorOf(actor),
    }),
  );
}

function articleOf({ actorByPublisherId: publisher, ...article }: Answer): Json {
  return { ...article, publisher };
}

function statementOnPage(statement: Answer): Json {
  const { form, text, language, saidOn, articleByArticleId: article } = statement;
  const citations = statement.citationsByStatementId.nodes.map((citation: Answer) => ({
    exact: citation.exact,
    article: articleOf(citation.articleByArticleId),
  }));
  return { form, text, language, saidOn, article, citations, targets: targetsOf(statement) };
}

function listOf({ allianceBySlug: alliance }: Answer): Json {
  const { nodes, pageInfo } = alliance.statementTargetsByAllianceId;
  return {
    statements: {
      totalCount: alliance.mentionCount,
      nodes: nodes.map(({ statementByStatementId: statement }: Answer) => ({
        id: writeGlobalId("Statement", statement.rowId),
        form: statement.form,
        text: statement.text,
        language: statement.language,
        saidOn: statement.saidOn,
        speaker: actorOf(statement.actorBySpeakerId),
        targets: targetsOf(statement),
        article: articleOf(statement.articleByArticleId),
      })),
      pageInfo,
    },
  };
}

function nodeOf(type: string, rowId: number, node: Answer): Json {
  if (type === "Actor") {
    const { description } = node;
    return { ...actorOf(node), description, id: writeGlobalId(TYPES[node.type]!, rowId) };
  }
  const { actorBySpeakerId: speaker, articleByArticleId: article, ...fields } = node;
  const related = type === "Statement" ? { speaker, article } : {};
  return { __typename: type, ...fields, ...related, id: writeGlobalId(type, rowId) };
}
