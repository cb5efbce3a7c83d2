import { anyDay, type DateEnd, type DaySpan, readEnd } from "./date-end.ts";
import { HINT, whyUnreadable } from "./unreadable-date.ts";

/** An EDTF date (ISO 8601-2, levels 0 and 1) with the earliest and the latest day it can mean. */
export interface PartialDate extends DaySpan {
  edtf: string;
  /** The days as they are written, without what a hedge adds to them: order and overlap are judged by these. */
  written: DaySpan;
  /** Whether its last end is hedged: by the latest day it has not come for certain. */
  isLastHedged: boolean;
}

/** Why a text is no PartialDate, in words for the person who wrote it. */
export class PartialDateError extends Error {
  override readonly name = "PartialDateError";
}

const LONGEST = 40;

/**
 * Reads an EDTF text. A range `a/b` means some day from a to b; an end that is `..` or empty is open, or not
 * known. A hedge (`?`, `~`, `%`) widens the days of its end: docs/decisions/0026-hedged-dates.md.
 * @throws PartialDateError saying what is wrong and what would be right
 */
export function parsePartialDate(text: string): PartialDate {
  if (text.length > LONGEST) {
    throw new PartialDateError(`a date has at most ${LONGEST} characters; ${HINT}`);
  }
  const ends = text.split("/");
  const isRange = ends.length === 2;
  if (isRange && ends.every(isOpen)) {
    throw new PartialDateError(`"${text}" has no date at either end: write one, or .. alone for any day`);
  }
  const readings = ends.map((end) => ((isRange && isOpen(end)) || text === ".." ? anyDay : readEnd(end)));
  if (ends.length > 2 || !readings.every((reading) => reading !== null)) {
    throw new PartialDateError(
      whyUnreadable(
        text,
        ends.filter((_, index) => readings[index] === null),
      ),
    );
  }
  const [first, last = first] = readings as [DateEnd, DateEnd?];
  if (last.written.latest < first.written.earliest) {
    throw new PartialDateError(`"${text}" ends before it begins: write ${ends[1]}/${ends[0]}`);
  }
  return {
    edtf: text,
    earliest: first.earliest,
    latest: last.latest,
    written: { earliest: first.written.earliest, latest: last.written.latest },
    isLastHedged: last.isHedged,
  };
}

/** `null` for a text that is no PartialDate, otherwise its reading. */
export function tryPartialDate(text: string): PartialDate | null {
  try {
    return parsePartialDate(text);
  } catch (error) {
    if (error instanceof PartialDateError) return null;
    throw error;
  }
}

function isOpen(end: string): boolean {
  return end === "" || end === "..";
}
