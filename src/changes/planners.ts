import { parsePartialDate } from "../domain/time/partial-date.ts";
import { periodOfEvent } from "../domain/time/period.ts";
import type { Noun } from "./noun.ts";
import {
  plannedAliases,
  plannedCitations,
  plannedDays,
  plannedPeriod,
  plannedRank,
  type Planner,
  reference,
  referenceOrNull,
} from "./plan.ts";

/** How an entry of each noun becomes rows. What it leaves out is null: an entry says all there is. */
export const planners: { [N in Noun]: Planner<N> } = {
  actors: ({ value }) => ({
    row: {
      slug: value.slug,
      type: value.type,
      name: value.name,
      description: value.description ?? null,
      countryId: referenceOrNull("actors", value.country),
      parentId: referenceOrNull("actors", value.parent),
      isoAlpha2: value.isoAlpha2 ?? null,
      isoAlpha3: value.isoAlpha3 ?? null,
      organizationType: value.organizationType ?? null,
    },
    children: {
      aliases: plannedAliases(value.aliases),
      identifiers: value.identifiers ?? [],
      // What a change set cannot say stays as it is.
      ...(value.redirects === undefined ? {} : { redirects: value.redirects }),
    },
  }),

  articles: ({ value }) => {
    const { earliest, latest } = plannedDays(value.publishedOn);
    return {
      row: {
        slug: value.slug,
        title: value.title,
        publisherId: referenceOrNull("actors", value.publisher),
        url: value.url ?? null,
        publishedOn: value.publishedOn ?? null,
        publishedEarliest: earliest,
        publishedLatest: latest,
        language: value.language,
        summary: value.summary ?? null,
        sha256: value.sha256 ?? null,
      },
      children: {},
    };
  },

  offices: ({ value }) => ({
    row: {
      key: value.key,
      title: value.title,
      personId: reference("actors", value.person),
      bodyId: reference("actors", value.body),
      ...plannedPeriod(value),
      rank: plannedRank(value.rank),
    },
    children: { citations: plannedCitations(value.citations) },
  }),

  alliances: ({ value }) => ({
    row: {
      slug: value.slug,
      name: value.name,
      acronym: value.acronym ?? null,
      kind: value.kind,
      description: value.description ?? null,
      parentId: referenceOrNull("alliances", value.parent),
      organizationId: referenceOrNull("actors", value.organization),
    },
    children: { aliases: plannedAliases(value.aliases) },
  }),

  allianceStatuses: ({ name, value }) => ({
    row: {
      key: name,
      allianceId: reference("alliances", value.alliance),
      code: value.code,
      ...plannedPeriod(value),
      rank: plannedRank(value.rank),
    },
    children: { citations: plannedCitations(value.citations) },
  }),

  memberships: ({ name, value }) => ({
    row: {
      key: name,
      actorId: reference("actors", value.actor),
      allianceId: reference("alliances", value.alliance),
      role: value.role,
      ...plannedPeriod(value),
      rank: plannedRank(value.rank),
    },
    children: { citations: plannedCitations(value.citations) },
  }),

  events: ({ value }) => {
    const announced = value.announcedOn === undefined ? null : parsePartialDate(value.announcedOn);
    return {
      row: {
        key: value.key,
        kind: value.kind,
        title: value.title,
        date: value.date,
        ...periodOfEvent(parsePartialDate(value.date)),
        planned: value.planned ?? false,
        announcedOn: value.announcedOn ?? null,
        announcedEarliest: announced?.earliest ?? null,
        announcedLatest: announced?.latest ?? null,
        place: value.place ?? null,
        allianceId: referenceOrNull("alliances", value.alliance),
        versionOfId: referenceOrNull("events", value.versionOf),
        rank: plannedRank(value.rank),
      },
      children: {
        eventParticipants: value.participants.map(({ actor, role }) => ({ actorId: reference("actors", actor), role })),
        citations: plannedCitations(value.citations),
      },
    };
  },

  statements: ({ value }) => {
    const { earliest, latest } = plannedDays(value.saidOn);
    return {
      row: {
        key: value.key,
        form: value.form,
        text: value.text,
        language: value.language,
        speakerId: reference("actors", value.speaker),
        capacityId: referenceOrNull("offices", value.capacity),
        saidOn: value.saidOn ?? null,
        saidEarliest: earliest,
        saidLatest: latest,
        relayedById: referenceOrNull("actors", value.relayedBy),
        eventId: referenceOrNull("events", value.event),
        articleId: reference("articles", value.article),
      },
      children: {
        statementTargets: value.targets.map(({ actor, alliance, stance }) => ({
          actorId: referenceOrNull("actors", actor),
          allianceId: referenceOrNull("alliances", alliance),
          stance,
          speakerId: reference("actors", value.speaker),
          articleId: reference("articles", value.article),
          saidEarliest: earliest,
        })),
        citations: plannedCitations(value.citations),
      },
    };
  },
};
