/**
 * All statements, in order of time, are read along one index until a page is full. Where a filter
 * asks for a few targets or speakers, that would pass by most of them; so the first rows of each
 * are read along the indexes that are theirs, and the page is made of these.
 */
import { and, eq, or, type SQL, type SQLWrapper, sql, type Table } from "drizzle-orm";
import { actors, alliances, statements, statementTargets } from "../../drizzle/tables/index.ts";
import { type Order, readingOrder, withinBounds } from "../connection/keyset.ts";
import type { ListQuery } from "../connection/list.ts";
import type { RowOf } from "../read/table.ts";
import type { Page } from "../connection/page.ts";
import { isActor, isAlliance, isIn, isOneOf } from "../filter/condition.ts";
import { mentionsAsked, statementsAsked, type StatementFilterValue } from "./statement-filter.ts";

/** Whose rows are read in order: the first rows of each make the page. */
interface Lead {
  /** Where the ids of those who lead come from. */
  from: Table;
  where: SQL | undefined;
  /** Where the statements of one of them come from, in the list's order. */
  rows: { id: SQLWrapper; from: Table; where: SQL | undefined; columns: Row };
  /** SQL that keeps the statements of all of them. */
  all?: (row: RowOf<"statements">) => SQL;
}

type Row = Readonly<Record<string, SQLWrapper>>;
type Filter = StatementFilterValue | null | undefined;

const LEAD = sql`lead.id`;

/** Of all statements those that the filter asks for. */
export function allStatementsAsked(filter: Filter, order: Order): Pick<ListQuery<"statements">, "where" | "pageWhere"> {
  const lead = filter == null ? undefined : leadOf(filter);
  if (lead === undefined) return { where: statementsAsked(filter) };
  return { where: lead.all ?? statementsAsked(filter), pageWhere: firstOfEach(lead, order) };
}

function firstOfEach({ from, where, rows }: Lead, order: Order) {
  return (row: RowOf<"statements">, page: Page): SQL => {
    const kept = and(rows.where, ...withinBounds(rows.columns, order, page));
    const inOrder = sql.join(readingOrder(rows.columns, order, page), sql`, `);
    const first = sql`select ${rows.id} as id from ${rows.from} where ${kept} order by ${inOrder} limit ${page.size + 1}`;
    return sql`${row.id} in (select value from (select id from ${from} where ${where}) as lead, json_each((select json_group_array(id) from (${first}))))`;
  };
}

function leadOf(filter: StatementFilterValue): Lead | undefined {
  const { article, event, targetActor, targetAlliance, speaker, speakerCountry } = filter;
  if (article != null || event != null) return undefined;
  if (targetAlliance != null) {
    const where = (id: SQLWrapper) => isAlliance(id, targetAlliance);
    return ledByTargets(alliances, statementTargets.allianceId, where, { ...filter, targetAlliance: null });
  }
  if (targetActor != null) {
    const where = (id: SQLWrapper) => isActor(id, targetActor);
    return ledByTargets(actors, statementTargets.actorId, where, { ...filter, targetActor: null });
  }
  if (speakerCountry == null && (speaker == null || speaker.length === 1)) return undefined;
  const rest = statementsAsked({ ...filter, speaker: null, speakerCountry: null })(statements);
  const ofCountry =
    speakerCountry == null
      ? undefined
      : or(isActor(actors.id, speakerCountry), isActor(actors.countryId, speakerCountry));
  return {
    from: actors,
    where: and(isActor(actors.id, speaker), ofCountry),
    rows: {
      id: statements.id,
      from: statements,
      where: and(eq(statements.speakerId, LEAD), rest),
      columns: { saidEarliest: statements.saidEarliest, ordinal: statements.ordinal },
    },
  };
}

/** `rest` is what is asked besides the target. Its stance is toward that too, and toward another where one is left. */
function ledByTargets(
  from: typeof actors | typeof alliances,
  target: SQLWrapper,
  isTarget: (id: SQLWrapper) => SQL | undefined,
  rest: StatementFilterValue,
): Lead {
  const stance = rest.targetActor == null ? null : rest.stance;
  const kept = and(isOneOf(statementTargets.stance, rest.stance), mentionsAsked({ ...rest, stance })(statementTargets));
  return {
    from,
    where: isTarget(from.id),
    rows: {
      id: statementTargets.statementId,
      from: statementTargets,
      where: and(sql`${target} = ${LEAD}`, kept),
      columns: { saidEarliest: statementTargets.saidEarliest, ordinal: statementTargets.statementId },
    },
    all: (row) => isIn(row.id, statementTargets.statementId, statementTargets, and(isTarget(target), kept)),
  };
}
