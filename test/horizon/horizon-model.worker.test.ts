import * as fc from "fast-check";
import { expect, it } from "vitest";
import { type Day, dayAfter, FIRST_DAY } from "../../src/domain/time/day.ts";
import { empty } from "../changes/database.ts";
import { type Draw, drawing } from "../random/draw.ts";
import { AnswerModel } from "./answer-model.ts";
import { askWorld } from "./answers.ts";
import { enter, type FactIds, keysByRow } from "./entered.ts";
import { NOTHING, type State, type Step } from "./fact.ts";
import { after, dayBefore } from "./horizon-model.ts";
import { randomStep, STATES } from "./random-step.ts";
import { toldBy, toldByModel } from "./told.ts";

/** `VITE_HORIZON_WORLDS=5000 npx vitest run --project worker test/horizon/horizon-model.worker.test.ts` makes more of them. */
const WORLDS = Number(import.meta.env["VITE_HORIZON_WORLDS"] ?? 25);
const SEED = Number(import.meta.env["VITE_HORIZON_SEED"] ?? 20240506);

const DAYS = ["2020-12-01", "2021-11-28", "2023-01-01", "2024-01-15"];
/** So many days are asked about as of each revision. */
const DAYS_ASKED = 1;

/** Days on which something begins, ends or is borne out for the last time, and those beside them. */
function boundaryDays(state: State): Day[] {
  const model = new AnswerModel(state, state.on, new Map());
  const days = [...state.facts.values()].flatMap((fact) => Object.values(model.spellOf(fact)));
  return [...new Set([...days, state.on])]
    .filter((day) => day > FIRST_DAY && day < "9999")
    .flatMap((day) => [dayBefore(day), day, dayAfter(day)]);
}

async function compareWorld(world: string, draw: Draw, steps: Step[]): Promise<number> {
  await empty();
  const ids: FactIds = new Map();
  let certain = 0;
  const states = new Map<number | null, State>();
  let state = NOTHING;
  let newest = 0;
  for (const on of DAYS.slice(0, draw.integer(2, DAYS.length))) {
    const step = randomStep(draw, state, on);
    steps.push(step);
    const revision = await enter(step, ids);
    if (revision === null) continue;
    newest = revision;
    state = after(state, step);
    states.set(revision, state);
  }
  states.set(null, states.get(newest)!);
  const numbers = new Map([...ids].map(([key, { id }]) => [key, id]));
  for (const [revision, known] of states) {
    const days = boundaryDays(known);
    const past = days.filter((day) => day <= known.on);
    for (let asked = 0; asked < DAYS_ASKED; asked++) {
      const among = draw.oneOf([days, past, past]);
      const day = draw.chance(85) ? draw.oneOf(among) : draw.oneOf([known.on, "0001-01-01", "9999-12-30", ...DAYS]);
      const [from = "", to = ""] = draw.oneOf([STATES, STATES.toReversed(), ["japan", "fiji"]]);
      const told = toldBy(await askWorld({ day, from, to, world }, revision), keysByRow(ids));
      const expected = toldByModel(new AnswerModel(known, day, numbers), from, to);
      expect({ revision, day, ...told }).toEqual({ revision, day, ...expected });
      certain += JSON.stringify(told).split("CERTAIN").length - 1;
    }
  }
  return certain;
}

it(
  "what holds on a day, and how surely, is what a model without SQL tells, whatever was entered and in every revision",
  async () => {
    let certain = 0;
    for (let world = 0; world < WORLDS; world++) {
      const seed = SEED + world;
      const steps: Step[] = [];
      const generated = fc.gen().map((generate) => compareWorld(`world ${seed}`, drawing(generate), steps));
      try {
        certain += await fc.sample(generated, { seed, numRuns: 1 })[0]!;
      } catch (error) {
        const { message } = error as Error;
        throw new Error(`the world of seed ${seed}: ${message}\n${JSON.stringify(steps, null, 1)}`, { cause: error });
      }
    }
    // Else it would show little.
    expect(certain).toBeGreaterThan(20 * WORLDS);
  },
  2 * 60 * 60_000,
);
