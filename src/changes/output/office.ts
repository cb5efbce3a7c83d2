import type { Database } from "../../../drizzle/client/database.ts";
import type { OfficeInput } from "../input/office.ts";
import { citationRows, saidCitations } from "./citation.ts";
import { byKey, type Page } from "./page.ts";
import { said, saidRank } from "./said.ts";

export async function officeEntries(database: Database, page: Page): Promise<OfficeInput[]> {
  const rows = await database.query.offices.findMany({
    ...byKey(page),
    with: { person: { columns: { slug: true } }, body: { columns: { slug: true } }, citations: citationRows },
  });
  return rows.map((row) =>
    said({
      key: row.key,
      title: row.title,
      person: row.person.slug,
      body: row.body.slug,
      from: row.from,
      to: row.to,
      rank: saidRank(row.rank),
      citations: saidCitations(row.citations),
    }),
  );
}
