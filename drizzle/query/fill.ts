import { LAST_DAY } from "../../src/domain/time/day.ts";
import { fillAttestedUntil, lastingTables } from "./horizon.ts";
import { hedgedDays, isHedged } from "./hedge.ts";

/** Tables with a date, its column, and what the columns of its days begin with. */
const dates = [
  ["articles", "published_on", "published"],
  ["statements", "said_on", "said"],
  ["events", "announced_on", "announced"],
] as const;

/** SQL that brings rows to what is written of them today, where they were written before 0.2.0: to be run within one revision. */
export function fillStatements(): string[] {
  return [
    ...dates.map(([table, edtf, days]) => widenDate(table, edtf, days)),
    `UPDATE statement_targets SET said_earliest = statements.said_earliest FROM statements
    WHERE statements.id = statement_targets.statement_id AND ${isHedged("statements.said_on")}
      AND statement_targets.said_earliest IS NOT statements.said_earliest`,
    ...lastingTables.map(widenPeriod),
    widenEvents(),
    ...lastingTables.map((table) => fillAttestedUntil(table, "fact.attested_until IS NULL")),
  ];
}

/** SQL: 1 where there are rows from before 0.2.0, which have no horizon. */
export function isToBeFilled(): string {
  const unfilled = lastingTables.map((table) => `EXISTS (SELECT 1 FROM ${table} WHERE attested_until IS NULL)`);
  return `SELECT ${unfilled.join(" OR ")} AS filled`;
}

function widenDate(table: string, edtf: string, days: string): string {
  const columns = { earliest: `${days}_earliest`, latest: `${days}_latest` };
  const { earliest, latest } = hedgedDays(edtf, columns);
  return `UPDATE ${table} SET ${columns.earliest} = ${earliest}, ${columns.latest} = ${latest} WHERE ${isHedged(edtf)}`;
}

/** The days that a row has were read as its ends are written: they are kept as such. */
function widenPeriod(table: string): string {
  const ends = (["from", "to"] as const).map((end) => {
    const edtf = `${end}_edtf`;
    const columns = { earliest: `${end}_earliest`, latest: `${end}_latest` };
    const { earliest, surely } = hedgedDays(edtf, columns);
    const written = (["earliest", "latest"] as const).map(
      (day) => `written_${end}_${day} = iif(${isHedged(edtf)}, ${columns[day]}, NULL)`,
    );
    return { edtf, set: [...written, `${columns.earliest} = ${earliest}`, `${columns.latest} = ${surely}`].join(", ") };
  });
  const isOld = ends.map(({ edtf }) => isHedged(edtf)).join(" OR ");
  // Of an end that is open there is no text, and its days stay.
  return `UPDATE ${table} SET ${ends.map(({ set }) => set).join(", ")}
    WHERE (${isOld}) AND written_from_earliest IS NULL AND written_to_earliest IS NULL`;
}

/** An event ends on the day after its last; the text of that day has been right before. */
function widenEvents(): string {
  const { earliest, latest, surely } = hedgedDays("date", { earliest: "from_earliest", latest: "from_latest" });
  const after = (day: string) => `coalesce(date(${day}, '+1 day'), '${LAST_DAY}')`;
  const hedge = "iif(date GLOB '*[?~%]' AND to_edtf NOT GLOB '*[/?~%]*', substr(date, -1), '')";
  return `UPDATE events SET from_earliest = ${earliest}, from_latest = ${surely},
    to_edtf = to_edtf || ${hedge}, to_earliest = ${after(earliest)}, to_latest = ${after(latest)}
    WHERE ${isHedged("date")}`;
}
