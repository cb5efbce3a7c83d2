import { env } from "cloudflare:workers";
import fc from "fast-check";
import { expect, it } from "vitest";
import { type ClaimTable, claimTables } from "../../drizzle/claim/deciding.ts";
import { pin } from "../../drizzle/query/time-travel.ts";
import { mayOverlap, type Period, periodFrom, writtenDays } from "../../src/domain/time/period.ts";
import type { Rank } from "../../src/domain/vocabulary.ts";
import { empty } from "../changes/database.ts";
import { addRoots } from "../connection/tied-rows.ts";
import { run } from "../revise.ts";

/** Where claims of each table have their subject: two values that tell two subjects apart, and what else a row needs. */
const SUBJECTS: Record<
  ClaimTable,
  { varies: string; values: readonly [string, string]; rest: Record<string, string> }
> = {
  memberships: { varies: "actor_id", values: ["1", "3"], rest: { alliance_id: "1", role: "'MEMBER'" } },
  alliance_statuses: { varies: "code", values: ["'SIGNED'", "'IN_FORCE'"], rest: { alliance_id: "1" } },
  offices: { varies: "title", values: ["'Chair'", "'Chairperson'"], rest: { person_id: "2", body_id: "1" } },
};

interface Claim {
  subject: 0 | 1;
  rank: Rank;
  period: Period;
}

type Step = { sort: "enter" | "revise"; place: number; claim: Claim } | { sort: "remove"; place: number };

/** Years that touch, that lie within one another, and hedged ones, which overlap by what is written alone. */
const ends = [null, "1990", "1995", "1999~", "2000", "2000-06", "2005?"];
const periods = ends.flatMap((from) => ends.flatMap((to) => tryPeriod(from, to)));

const claim: fc.Arbitrary<Claim> = fc.record({
  subject: fc.constantFrom(0, 1),
  rank: fc.constantFrom<Rank>("PREFERRED", "NORMAL", "DEPRECATED"),
  period: fc.constantFrom(...periods),
});
const place = fc.nat({ max: 5 });
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ sort: fc.constantFrom("enter", "revise"), place, claim }),
  fc.record({ sort: fc.constant("remove"), place }),
);

it.each(claimTables)(
  "of %s decide those of the best rank that may overlap, after any steps and as of any revision",
  async (table) => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
        await empty();
        await addRoots();
        await run(`delete from ${table}`);
        const claims = new Map<number, Claim>();
        const states: Map<number, Claim>[] = [];
        for (const made of steps) {
          await run(sqlOf(table, made, claims));
          if (made.sort === "remove") claims.delete(made.place);
          else claims.set(made.place, made.claim);
          states.push(new Map(claims));
          expect(await deciding(table)).toEqual(decidingOf(claims));
        }
        const last = await env.DB.prepare("select max(number) as number from revisions").first<number>("number");
        for (const [index, state] of states.entries()) {
          expect(await deciding(table, (last ?? 0) - states.length + 1 + index)).toEqual(decidingOf(state));
        }
      }),
      { numRuns: 25 },
    );
  },
  120_000,
);

it.each(claimTables)(
  "a write of many %s at once leaves each with what decides",
  async (table) => {
    await fc.assert(
      fc.asyncProperty(fc.array(claim, { minLength: 2, maxLength: 8 }), async (entered) => {
        await empty();
        await addRoots();
        await run(`delete from ${table}`);
        const claims = new Map(entered.map((one, place) => [place, one]));
        const rows = entered.map((one, place) => valuesOf(table, place, one));
        await run(
          `insert into ${table} (${Object.keys(rows[0]!).join(", ")}) values ${rows.map((row) => `(${Object.values(row).join(", ")})`).join(", ")}`,
        );
        expect(await deciding(table)).toEqual(decidingOf(claims));
        await run(`update ${table} set rank = iif(rank = 'PREFERRED', 'NORMAL', 'PREFERRED')`);
        const turned = [...claims].map(([place, one]) => [place, turn(one)] as const);
        expect(await deciding(table)).toEqual(decidingOf(new Map(turned)));
      }),
      { numRuns: 15 },
    );
  },
  120_000,
);

/** The rule, by claims in memory: the places of those that decide. */
function decidingOf(claims: ReadonlyMap<number, Claim>): number[] {
  const all = [...claims];
  const isLeftOut = (mine: Claim) =>
    all.some(
      ([, other]) =>
        other.rank === "PREFERRED" &&
        other.subject === mine.subject &&
        mayOverlap(writtenDays(other.period), writtenDays(mine.period)),
    );
  return all
    .filter(([, one]) => one.rank === "PREFERRED" || (one.rank === "NORMAL" && !isLeftOut(one)))
    .map(([place]) => place)
    .toSorted((a, b) => a - b);
}

async function deciding(table: ClaimTable, revision?: number): Promise<number[]> {
  const text = `select id - 500 as place from ${table} where decides = 1 order by id`;
  const { results } = await env.DB.prepare(revision === undefined ? text : pin(text, revision)).all<{
    place: number;
  }>();
  return results.map(({ place }) => place);
}

function sqlOf(table: ClaimTable, made: Step, claims: ReadonlyMap<number, Claim>): string {
  if (made.sort === "remove") return `delete from ${table} where id = ${500 + made.place}`;
  const row = valuesOf(table, made.place, made.claim);
  if (!claims.has(made.place))
    return `insert into ${table} (${Object.keys(row).join(", ")}) values (${Object.values(row).join(", ")})`;
  const { id, ...rest } = row;
  const set = Object.entries(rest).map(([column, value]) => `${column} = ${value}`);
  return `update ${table} set ${set.join(", ")} where id = ${id}`;
}

function valuesOf(table: ClaimTable, place: number, { subject, rank, period }: Claim): Record<string, string> {
  const { varies, values, rest } = SUBJECTS[table];
  const days = Object.entries(period).map(([property, value]) => {
    const column = property.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
    return [
      property === "from" || property === "to" ? `${property}_edtf` : column,
      value === null ? "null" : `'${value}'`,
    ];
  });
  return {
    id: String(500 + place),
    key: `'claim-${place}'`,
    ...rest,
    [varies]: values[subject],
    rank: `'${rank}'`,
    ...Object.fromEntries(days),
  };
}

function turn(one: Claim): Claim {
  return { ...one, rank: one.rank === "PREFERRED" ? "NORMAL" : "PREFERRED" };
}

function tryPeriod(from: string | null, to: string | null): Period[] {
  try {
    return [periodFrom(from, to)];
  } catch {
    return [];
  }
}
