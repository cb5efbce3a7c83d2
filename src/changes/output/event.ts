import type { Database } from "../../../drizzle/client/database.ts";
import type { EventInput } from "../input/event.ts";
import { citationRows, saidCitations } from "./citation.ts";
import { byKey, type Page } from "./page.ts";
import { said, saidRank } from "./said.ts";

export async function eventEntries(database: Database, page: Page): Promise<EventInput[]> {
  const rows = await database.query.events.findMany({
    ...byKey(page),
    with: {
      alliance: { columns: { slug: true } },
      versionOf: { columns: { key: true } },
      participants: {
        columns: { role: true },
        with: { actor: { columns: { slug: true } } },
        orderBy: { id: "asc" },
      },
      citations: citationRows,
    },
  });
  return rows.map((row) =>
    said({
      key: row.key,
      kind: row.kind,
      title: row.title,
      date: row.date,
      planned: row.planned || null,
      announcedOn: row.announcedOn,
      place: row.place,
      alliance: row.alliance?.slug,
      versionOf: row.versionOf?.key,
      participants: row.participants.map(({ actor, role }) => ({ actor: actor.slug, role })),
      rank: saidRank(row.rank),
      citations: saidCitations(row.citations),
    }),
  );
}
