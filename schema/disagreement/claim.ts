import { mostParts } from "../../src/domain/list-bound.ts";
import { AllianceStatus } from "../alliance/alliance-status.ts";
import { builder } from "../builder.ts";
import { Citation, citationOrder } from "../article/citation.ts";
import { Rank } from "../enum.ts";
import { Event } from "../event/event.ts";
import { atMost } from "../list-bound.ts";
import { Membership } from "../alliance/membership.ts";
import { markedType, markType } from "../node/node.ts";
import { Obligation } from "../alliance/obligation.ts";
import { Office } from "../actor/office.ts";
import { Period, lastingEnds } from "../time/period.ts";
import { asRead, asSelection } from "../assertion.ts";

/** The GraphQL type of the fact that each relation of a claim leads to. */
const factTypes = {
  membership: "Membership",
  allianceStatus: "AllianceStatus",
  obligation: "Obligation",
  office: "Office",
  event: "Event",
} as const;

type Facts = { [Relation in keyof typeof factTypes]: object | null };

const Fact = builder.unionType("Fact", {
  description: "What sources can make competing claims of. New types may be added",
  types: [Membership, AllianceStatus, Obligation, Office, Event],
  resolveType: (fact) => asRead(markedType(fact)),
});

export const Claim = builder.drizzleObject("claims", {
  name: "Claim",
  description: "One of several claims of which not all can be true",
  select: { columns: { claimId: true } },
  fields: (t) => ({
    rank: t.expose("rank", { type: Rank, description: "How it stands beside the others" }),
    decides: t.exposeBoolean("decides", {
      description:
        "true where answers as of a day use it when it holds then; of an event: where it is the version to go by",
    }),
    value: t.expose("date", {
      type: "PartialDate",
      nullable: true,
      description:
        "The date that it gives: when a membership, status, obligation or office began, or when an event takes place; null where it gives none",
    }),
    period: t.field({
      type: Period,
      select: { columns: lastingEnds },
      description: "The whole period that it gives",
      resolve: (row) => row,
    }),
    fact: t.field({
      type: Fact,
      description: "The membership, status, obligation, office or event as this claim has it",
      select: (_args, _context, nested) => {
        const beneath = asSelection<(query: object, path: [], type: string) => object>(nested);
        return asSelection({
          with: Object.fromEntries(
            Object.entries(factTypes).map(([relation, type]) => [relation, beneath({}, [], type)]),
          ),
        });
      },
      resolve: (row) => asRead(factOf(asRead<Facts>(row))),
    }),
    citations: t.field({
      type: [Citation],
      ...atMost(mostParts.citations),
      description: "The places that bear it out, at least one",
      select: (_args, _context, nested) => {
        const citations = asRead<object>(nested(asSelection(citationOrder)));
        return asSelection({
          with: {
            membershipCitations: citations,
            allianceStatusCitations: citations,
            obligationCitations: citations,
            officeCitations: citations,
            eventCitations: citations,
          },
        });
      },
      resolve: (row) => {
        const cited = asRead<Record<string, object[]>>(row);
        return asRead(Object.keys(factTypes).flatMap((relation) => cited[`${relation}Citations`] ?? []));
      },
    }),
  }),
});

function factOf(facts: Facts): object {
  for (const [relation, type] of Object.entries(factTypes)) {
    const fact = facts[asRead<keyof Facts>(relation)];
    if (fact != null) return markType(fact, type);
  }
  throw new Error("a claim is of a fact");
}
