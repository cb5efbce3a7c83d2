const MONTHS = "January February March April May June July August September October November December".split(" ");

/** How many days a month has. */
export function daysIn(year: string, month: string): number {
  return new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
}

/** Why the calendar has no such year, month or day, with what it has; null where it has it. */
export function calendarFault(year: string, month?: string, day?: string): string | null {
  if (year === "0000") return "there is no year 0000: write one from 0001 to 9999";
  if (month === undefined) return null;
  const name = MONTHS[Number(month) - 1];
  if (name === undefined) return `there is no month ${month}: write one from 01 to 12`;
  const length = daysIn(year, month);
  if (day === undefined || (day > "00" && Number(day) <= length)) return null;
  return `${name} ${year} has ${length} days: write one from 01 to ${length}`;
}
