import type { Database } from "../../../drizzle/client/database.ts";
import type { StatementInput } from "../input/statement.ts";
import { citationRows, saidCitations } from "./citation.ts";
import { byKey, type Page } from "./page.ts";
import { said } from "./said.ts";

export async function statementEntries(database: Database, page: Page): Promise<StatementInput[]> {
  const slug = { columns: { slug: true } } as const;
  const key = { columns: { key: true } } as const;
  const rows = await database.query.statements.findMany({
    ...byKey(page),
    with: {
      speaker: slug,
      capacity: key,
      relayedBy: slug,
      event: key,
      article: slug,
      targets: { columns: { stance: true }, with: { actor: slug, alliance: slug }, orderBy: { id: "asc" } },
      citations: citationRows,
    },
  });
  return rows.map((row) =>
    said({
      key: row.key,
      form: row.form,
      text: row.text,
      language: row.language,
      speaker: row.speaker.slug,
      capacity: row.capacity?.key,
      saidOn: row.saidOn,
      relayedBy: row.relayedBy?.slug,
      event: row.event?.key,
      article: row.article.slug,
      targets: row.targets.map(({ actor, alliance, stance }) =>
        said({ actor: actor?.slug, alliance: alliance?.slug, stance }),
      ),
      citations: saidCitations(row.citations),
    }),
  );
}
