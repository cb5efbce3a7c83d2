import type { GraphQLResolveInfo } from "graphql";
import type { Stretch } from "../../src/domain/tie-history.ts";
import { dayAfter, dayPlus } from "../../src/domain/time/day.ts";
import { type TieChange as Change, type TurningDay as Turn, turningDaysOf } from "../../src/domain/turning-day.ts";
import { checkReferences } from "../argument/known-reference.ts";
import { builder } from "../builder.ts";
import type { Context } from "../context.ts";
import { Certainty, MembershipRole } from "../enum.ts";
import { costLimitExceeded } from "../error.ts";
import { atMost, atMostInAll, costOfRows } from "../list-bound.ts";
import { writeGlobalId } from "../node/global-id.ts";
import {
  focusArgument,
  type HistoryArguments,
  historyArguments,
  MOST_MEMBERSHIPS,
  type PastTie,
  readHistory,
} from "./history.ts";
import { idOfActor, idOfAlliance } from "./network.ts";

const MOST = { days: 1000, changes: 6_000 } as const;

const TieState = builder.objectRef<Stretch>("TieState").implement({
  description: "How an actor takes part in an alliance on a day",
  fields: (t) => ({
    membershipId: t.id({
      description: "The id of the membership that bears it out, with its period and citations",
      resolve: ({ membership }) => writeGlobalId("Membership", membership),
    }),
    role: t.expose("role", { type: MembershipRole, description: "In what role" }),
    certainty: t.expose("certainty", { type: Certainty, description: "How surely" }),
  }),
});

const TieChange = builder.objectRef<Change<PastTie>>("TieChange").implement({
  description: "What changed between an actor and an alliance: it began, ended, or is otherwise than on the day before",
  fields: (t) => ({
    actorId: t.id({ description: "The id of the actor", resolve: ({ tie }) => idOfActor(tie) }),
    actorName: t.string({ description: "The actor's name, in English", resolve: ({ tie }) => tie.actorName }),
    allianceId: t.id({ description: "The id of the alliance", resolve: ({ tie }) => idOfAlliance(tie) }),
    allianceName: t.string({ description: "The alliance's name, in English", resolve: ({ tie }) => tie.allianceName }),
    before: t.expose("before", {
      type: TieState,
      nullable: true,
      description: "How it was on the day before; null where the actor took no part",
    }),
    after: t.expose("after", {
      type: TieState,
      nullable: true,
      description: "How it is on the day; null where the actor takes no part any more",
    }),
  }),
});

const TurningDay = builder.objectRef<Turn<PastTie>>("TurningDay").implement({
  description: "A day on which the network is not as on the day before",
  fields: (t) => ({
    day: t.expose("day", { type: "Date", description: "The first day on which it is so" }),
    changes: t.expose("changes", {
      type: [TieChange],
      ...atMostInAll(MOST.changes, MOST.days),
      description: "All that changed, by the alliance's name, then the actor's; at least one",
    }),
  }),
});

interface TurningDayArguments extends HistoryArguments {
  actor?: string | null | undefined;
}

async function turningDays(args: TurningDayArguments, context: Context, info: GraphQLResolveInfo) {
  const field = "Query.turningDays";
  const { from, to } = args;
  const read = from > to ? args : { ...args, from: dayPlus(from, -1) };
  const { ties } = await readHistory(field, read, args.actor ?? null, context);
  if (ties.length === 0) await checkReferences(context, info);
  // No day lies before the first one, so that nothing can have changed on it.
  const days = turningDaysOf(ties, { from: read.from === from ? dayAfter(from) : from, to: dayAfter(to) });
  let changes = 0;
  const excess = days.findIndex((day, place) => place === MOST.days || (changes += day.changes.length) > MOST.changes);
  if (excess !== -1) {
    throw costLimitExceeded(
      `${field} has more than ${MOST.days} days or ${MOST.changes} changes: end the span before ${days[excess]!.day}, name the "kinds" of alliance, or an "actor"`,
    );
  }
  return days;
}

builder.queryField("turningDays", (t) =>
  t.field({
    type: [TurningDay],
    ...atMost(MOST.days, costOfRows(200_000)),
    description: `The days of a span, in order, on which something changed, and what: exactly those whose \`network\` is not that of the day before, also where it only became surer or less sure. Empty where nothing changed. Refused with COST_LIMIT_EXCEEDED where it would read more than ${MOST_MEMBERSHIPS} memberships, or has more than ${MOST.days} days or ${MOST.changes} changes`,
    args: { ...historyArguments(t.arg), actor: focusArgument(t.arg) },
    resolve: (_root, args, context, info) => turningDays(args, context, info),
  }),
);
