import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { dayPlus } from "../../src/domain/time/day.ts";
import { ask } from "../ask.ts";
import { loadDataset } from "../load-dataset.ts";

beforeAll(loadDataset);

interface State {
  membershipId: string;
  role: string;
  certainty: string;
}
interface Ends {
  actorId: string;
  allianceId: string;
}
interface OverEdge extends Ends {
  stretches: (State & { from: string; to: string | null })[];
}

async function answer<T>(field: string, fields: string): Promise<T> {
  const { data, errors } = await ask<{ answer: T }>(`{ answer: ${field} { ${fields} } }`);
  expect(errors).toBeUndefined();
  return data.answer;
}

const edgesOn = async (args: string, day: string) =>
  (
    await answer<{ edges: (Ends & State)[] }>(
      `network(asOf: "${day}"${args})`,
      "edges { actorId allianceId membershipId role certainty }",
    )
  ).edges;

const edgesOver = async (args: string, from: string, to: string) =>
  (
    await answer<{ edges: OverEdge[] }>(
      `networkOver(from: "${from}", to: "${to}"${args})`,
      "edges { actorId allianceId stretches { from to membershipId role certainty } }",
    )
  ).edges;

const cut = (edges: OverEdge[], day: string) =>
  edges.flatMap(({ actorId, allianceId, stretches }) =>
    stretches
      .filter(({ from, to }) => from <= day && (to === null || day < to))
      .map(({ membershipId, role, certainty }) => ({ actorId, allianceId, membershipId, role, certainty })),
  );

const asked = fc.constantFrom("", ", certainty: CERTAIN", ", atLeast: NEGOTIATING", ", kinds: [DIALOGUE, FORUM]");
const [FROM, TO] = ["1948-01-01", "2027-12-31"];
const day = fc.nat({ max: 29_000 }).map((days) => dayPlus(FROM, days));

describe("a network over a span", () => {
  it("is on each of its days the network of that day, around an actor too", async () => {
    await fc.assert(
      fc.asyncProperty(asked, day, fc.constantFrom(null, "japan", "united-kingdom"), async (args, day, actor) => {
        const focus = actor === null ? args : `${args}, focus: "${actor}"`;
        expect(cut(await edgesOver(focus, FROM, TO), day)).toEqual(await edgesOn(focus, day));
      }),
      { numRuns: 40 },
    );
  });

  it("is refused for a span that ends before it begins, for no actor, and for too few nodes", async () => {
    for (const [field, message] of [
      [`networkOver(from: "2022-01-02", to: "2022-01-01") { truncated }`, "give the earlier day first"],
      [`turningDays(from: "2022-01-02", to: "2022-01-01") { day }`, "give the earlier day first"],
      [`networkOver(from: "2022-01-01", to: "2022-01-01", focus: "jappan") { truncated }`, "jappan"],
      [`turningDays(from: "2022-01-01", to: "2022-01-01", actor: "jappan") { day }`, "jappan"],
      [`networkOver(from: "2022-01-01", to: "2022-01-01", most: 1) { truncated }`, `Argument "most"`],
    ]) {
      const { errors } = await ask(`{ ${field} }`);
      expect(errors?.[0]?.extensions["code"]).toBe("BAD_USER_INPUT");
      expect(errors?.[0]?.message).toContain(message);
    }
  });
});

describe("turning days", () => {
  it("are the days whose network is not that of the day before, and tell the difference", async () => {
    await fc.assert(
      fc.asyncProperty(asked, fc.constantFrom(null, "japan"), day, async (args, actor, start) => {
        const [of, around] = actor === null ? ["", ""] : [`, actor: "${actor}"`, `, focus: "${actor}"`];
        const end = dayPlus(start, 3000);
        const turns = await answer<
          { day: string; changes: (Ends & { before: State | null; after: State | null })[] }[]
        >(
          `turningDays(from: "${start}", to: "${end}"${args}${of})`,
          "day changes { actorId allianceId before { membershipId role certainty } after { membershipId role certainty } }",
        );
        expect(turns.map(({ day }) => day)).toEqual([...new Set(turns.map(({ day }) => day))].toSorted());
        const probes = [start, end, ...turns.flatMap(({ day }) => [day, dayPlus(day, 1)]).slice(0, 8)];
        for (const day of probes.filter((day) => start <= day && day <= end)) {
          const [before, after] = [await edgesOn(args + around, dayPlus(day, -1)), await edgesOn(args + around, day)];
          const gone = before.filter((edge) => !after.some((other) => JSON.stringify(other) === JSON.stringify(edge)));
          const come = after.filter((edge) => !before.some((other) => JSON.stringify(other) === JSON.stringify(edge)));
          const changes = turns.find((turn) => turn.day === day)?.changes ?? [];
          const ends = ({ actorId, allianceId }: Ends) => ({ actorId, allianceId });
          expect(changes.flatMap((change) => (change.before ? [{ ...ends(change), ...change.before }] : []))).toEqual(
            gone,
          );
          expect(changes.flatMap((change) => (change.after ? [{ ...ends(change), ...change.after }] : []))).toEqual(
            come,
          );
        }
      }),
      { numRuns: 20 },
    );
  });

  it("has none on the first day of all, and takes the last", async () => {
    const days = await answer<{ day: string }[]>(`turningDays(from: "0001-01-01", to: "9999-12-30")`, "day");
    expect(days.length).toBeGreaterThan(10);
    expect(days[0]!.day > "0001-01-01").toBe(true);
  });
});
