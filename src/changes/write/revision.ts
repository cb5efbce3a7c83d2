import type { D1Client } from "../../../drizzle/client/d1-client.ts";

/** The last line of the `revisions` table. */
export interface NewRevision {
  /** Null for the one after the last, whichever that is by then. */
  number: number | null;
  at: string;
  author: string;
  /** Of the author's token; left out where there is none. */
  subject?: string | undefined;
  reason: string;
}

/** The statements of a batch as one revision: data may change only between its opening and its closing. */
export function asRevision(
  d1: D1Client,
  { number, at, author, subject, reason }: NewRevision,
  statements: readonly D1PreparedStatement[],
): D1PreparedStatement[] {
  return [
    d1
      .prepare(
        "INSERT INTO revisions (number, at, author, subject, reason, open) VALUES (coalesce(?, (SELECT coalesce(max(number), 0) + 1 FROM revisions)), ?, ?, ?, ?, 1)",
      )
      .bind(number, at, author, subject ?? null, reason),
    ...statements,
    d1.prepare("UPDATE revisions SET open = 0 WHERE number = (SELECT max(number) FROM revisions)"),
  ];
}

/** Changes data by SQL as the next revision, whose number it gives: for what no change set can say. */
export async function revise(
  d1: D1Client,
  revision: Omit<NewRevision, "number">,
  statements: readonly (string | D1PreparedStatement)[],
): Promise<number> {
  const prepared = statements.map((one) => (typeof one === "string" ? d1.prepare(one) : one));
  const results = await d1.batch<{ number: number }>([
    d1.prepare("PRAGMA defer_foreign_keys = on"),
    ...asRevision(d1, { ...revision, number: null }, prepared),
    d1.prepare("SELECT max(number) AS number FROM revisions"),
  ]);
  return results.at(-1)!.results[0]!.number;
}
