import { env } from "cloudflare:workers";
import { writeGlobalId } from "../../schema/node/global-id.ts";
import { applyChangeset } from "../../src/changes/apply.ts";
import type { Day } from "../../src/domain/time/day.ts";
import { ask } from "../ask.ts";
import { type ChangeErrorData, mutate, type PayloadData } from "../mutation/send.ts";

const cited = (...articles: string[]) => ({ citations: articles.map((article) => ({ article })) });

/** The Agreement on Reciprocal Access of Japan and Australia, a bloc, and an office: each with a day of its own. */
const PACT = {
  actors: [
    { slug: "japan", type: "STATE", name: "Japan" },
    { slug: "australia", type: "STATE", name: "Australia" },
    { slug: "philippines", type: "STATE", name: "Philippines" },
    { slug: "fumio-kishida", type: "PERSON", name: "Fumio Kishida" },
  ],
  articles: [
    { slug: "signing", title: "[Signing]", language: "en", publishedOn: "2022-01-06" },
    { slug: "entry", title: "[Entry into force]", language: "en", publishedOn: "2023-08" },
    { slug: "undated", title: "[A page]", language: "en" },
    { slug: "looked-at", title: "[A page kept up to date]", language: "en", consultedOn: "2024-02-01" },
  ],
  offices: [
    {
      key: "kishida",
      title: "Prime Minister",
      person: "fumio-kishida",
      body: "japan",
      from: "2021-10-04",
      ...cited("undated"),
    },
    {
      key: "kishida-foreign",
      title: "Foreign Minister",
      person: "fumio-kishida",
      body: "japan",
      from: "2012-12-26",
      to: "2017-08-03",
      ...cited("undated"),
    },
  ],
  alliances: [
    {
      slug: "raa",
      name: "RAA",
      kind: "RECIPROCAL_ACCESS",
      statuses: [
        { key: "signed", code: "SIGNED", from: "2022-01-06", ...cited("signing") },
        { key: "in-force", code: "IN_FORCE", from: "2023-08-13", ...cited("entry") },
      ],
      memberships: [
        { key: "raa/japan", actor: "japan", role: "MEMBER", from: "2022-01-06", ...cited("undated") },
        { key: "raa/australia", actor: "australia", role: "MEMBER", from: "2022-01-06", ...cited("undated") },
        { key: "raa/observer", actor: "philippines", role: "OBSERVER", from: "2024-01", ...cited("undated") },
      ],
    },
    {
      slug: "quad",
      name: "Quad",
      kind: "DIALOGUE",
      memberships: [{ key: "quad/japan", actor: "japan", role: "MEMBER", from: "2017-11", ...cited("signing") }],
    },
  ],
};

export async function enterPact(): Promise<void> {
  const outcome = await applyChangeset(env.DB, [{ file: "", json: PACT }], {
    author: "test",
    reason: "The pact",
    now: "2024-03-01T00:00:00.000Z",
  });
  if (outcome.outcome === "refused") throw new Error(JSON.stringify(outcome.faults));
}

const tables = { memberships: "Membership", alliance_statuses: "AllianceStatus", offices: "Office" } as const;

/** The id of the membership, status or office with the key. */
export async function factId(key: string): Promise<string> {
  for (const [table, type] of Object.entries(tables)) {
    const id = await env.DB.prepare(`SELECT id FROM ${table} WHERE key = ?`).bind(key).first<number>("id");
    if (id !== null) return writeGlobalId(type, id);
  }
  throw new Error(`${key} was not entered`);
}

interface FactData {
  attestedOn: Day | null;
  period: { attestedUntil: Day | null };
  certainty: string | null;
}

/** What is told of a fact, of the present or of a revision. */
export async function factData(id: string, asOf: Day, revision?: number): Promise<FactData> {
  const fields = "attestedOn period { attestedUntil } certainty(asOf: $asOf)";
  const { data, errors } = await ask<{ node: FactData }>(
    `query ($id: ID!, $asOf: Date!) { node(id: $id) {
      ... on Membership { ${fields} } ... on AllianceStatus { ${fields} } ... on Office { ${fields} }
    } }`,
    { id, asOf },
    revision,
  );
  if (errors !== undefined) throw new Error(JSON.stringify(errors));
  return data.node;
}

/** Until when facts are borne out, by their keys. */
export async function horizons(...keys: string[]): Promise<(Day | null)[]> {
  const facts = await Promise.all(keys.map(async (key) => factData(await factId(key), "2024-01-01")));
  return facts.map(({ period }) => period.attestedUntil);
}

/** Attests facts by their ids. */
export function attest(
  ids: readonly string[],
  day: Day,
  more = "",
  options: Parameters<typeof mutate>[2] = {},
): Promise<PayloadData> {
  const list = ids.map((id) => `"${id}"`).join(", ");
  return mutate(`attest(ids: [${list}], day: "${day}", reason: "Looked"${more})`, {}, options);
}

/** Where a change is refused, and why. */
export function refusals({ errors }: { errors: ChangeErrorData[] }): string[] {
  return errors.map(({ path, message }) => `${path.join("/")}: ${message}`);
}
