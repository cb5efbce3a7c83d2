/** The filters whose statements need not be counted: docs/decisions/0012-tallies.md. */
import { and, eq } from "drizzle-orm";
import { mentionCounts, rowCounts, speakerMentionCounts, statementCounts } from "../../drizzle/tables/index.ts";
import type { Stance } from "../../src/domain/vocabulary.ts";
import type { Tally } from "../connection/list.ts";
import { isActor, isAlliance, isOneOf } from "../filter/condition.ts";
import { isSaidBy, type StatementFilterValue } from "./statement-filter.ts";
import { asRead } from "../assertion.ts";

type Filter = StatementFilterValue | null | undefined;
type Field = keyof StatementFilterValue;

/** The number of all statements that the filter asks for. */
export function statementTally(filter: Filter): Tally | undefined {
  if (asksOnly(filter, [])) return { table: rowCounts, where: eq(rowCounts.name, "statements") };
  return statementsTally(filter, ["speaker", "speakerCountry"]);
}

/** The number of a speaker's statements that the filter asks for. */
export function speakerStatementTally(filter: Filter): Tally | undefined {
  const tally = statementsTally(filter, []);
  if (tally === undefined) return undefined;
  const table = tally.table === statementCounts ? statementCounts : speakerMentionCounts;
  return { ...tally, parent: table.speakerId };
}

/** The number of mentions of an actor or alliance with a stance, any where null, that the filter asks for. */
export function mentionTally(
  target: "actorId" | "allianceId",
  stance: Stance | null | undefined,
  filter: Filter,
): Tally | undefined {
  if (!asksOnly(filter, ["speaker", "speakerCountry"])) return undefined;
  const table = asksOnly(filter, []) ? mentionCounts : speakerMentionCounts;
  return {
    table,
    parent: table[target],
    where: and(
      stance == null ? undefined : eq(table.stance, stance),
      filter == null ? undefined : isSaidBy(speakerMentionCounts.speakerId, filter),
    ),
  };
}

function statementsTally(filter: Filter, speakers: readonly Field[]): Tally | undefined {
  if (asksOnly(filter, [...speakers, "form"])) {
    return {
      table: statementCounts,
      where: and(isSaidBy(statementCounts.speakerId, filter ?? {}), isOneOf(statementCounts.form, filter?.form)),
    };
  }
  // A statement has one target at most once, but may have several of a list.
  const { targetActor, targetAlliance, stance } = filter ?? {};
  if ((targetActor ?? targetAlliance)?.length !== 1) return undefined;
  if (!asksOnly(filter, [...speakers, targetActor == null ? "targetAlliance" : "targetActor", "stance"]))
    return undefined;
  const ofAnySpeaker = speakers.length > 0 && filter?.speaker == null && filter?.speakerCountry == null;
  const table = ofAnySpeaker ? mentionCounts : speakerMentionCounts;
  return {
    table,
    where: and(
      isActor(table.actorId, targetActor),
      isAlliance(table.allianceId, targetAlliance),
      isOneOf(table.stance, stance),
      isSaidBy(speakerMentionCounts.speakerId, filter ?? {}),
    ),
  };
}

function asksOnly(filter: Filter, fields: readonly Field[]): boolean {
  return Object.entries(filter ?? {}).every(([field, value]) => value == null || fields.includes(asRead<Field>(field)));
}
