import type { Certainty } from "../../src/domain/vocabulary.ts";
import { type AnswerModel, compare, type Tie, USUAL } from "./answer-model.ts";
import { type Membership, membershipsIn, type Status } from "./fact.ts";
import { takesPart } from "./horizon-model.ts";

const MOST_HOPS = 3;

interface DayTie {
  membership: Membership;
  status: Status;
  certainty: Certainty;
}

/** Who takes part in what on the day, each actor in each alliance once: by the surest part, then the one first entered. */
export function tiesOfDay(model: AnswerModel, asked: Certainty): DayTie[] {
  const ties = model
    .holding(membershipsIn(model.state), asked)
    .filter(({ role }) => takesPart(role))
    .flatMap((membership): DayTie[] => {
      const status = model.statusOf(membership.alliance, asked, USUAL);
      if (status === undefined) return [];
      const isSure = [membership, status].every((fact) => model.certainty(fact) === "CERTAIN");
      return [{ membership, status, certainty: isSure ? "CERTAIN" : "POSSIBLE" }];
    })
    .toSorted((a, b) => compare(a.certainty, b.certainty) || model.idOf(a.membership) - model.idOf(b.membership));
  const firsts = Map.groupBy(ties, ({ membership }) => `${membership.actor} ${membership.alliance}`);
  return [...firsts.values()].map(([first]) => first!);
}

/** The ways from one actor to another: no actor and no alliance comes twice. */
export function pathsOf(model: AnswerModel, from: string, to: string): Tie[][] {
  const ties = tiesOfDay(model, "POSSIBLE");
  return walk(from, []);

  function walk(actor: string, path: readonly Tie[]): Tie[][] {
    if (actor === to) return [[...path]];
    if (path.length === MOST_HOPS) return [];
    return ties
      .filter(({ membership }) => membership.actor === actor)
      .flatMap(({ membership: mine, status }) =>
        ties
          .filter(({ membership }) => membership.alliance === mine.alliance)
          .filter(
            ({ membership: { actor: next, alliance } }) =>
              [mine.actor, from].every((one) => one !== next) &&
              path.every(({ theirs }) => theirs.actor !== next && theirs.alliance !== alliance),
          )
          .flatMap(({ membership: theirs }) => {
            const spell = model.overlap([mine, theirs, status]);
            return walk(theirs.actor, [...path, { mine, theirs, status, spell }]);
          }),
      );
  }
}
