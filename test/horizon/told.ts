import { type Edge, type FactAnswer, type List, rowsOf, type WorldAnswer } from "./answers.ts";
import { type AnswerModel, type Tie, USUAL } from "./answer-model.ts";
import { type Fact, membershipsIn, officesIn, statusesIn } from "./fact.ts";
import { ALLIANCES, PERSONS, STATES } from "./random-step.ts";
import { allianceStatusCodes, type Certainty, valuesOf } from "../../src/domain/vocabulary.ts";
import { pathsOf, tiesOfDay } from "./path-model.ts";

/** What is told of a day, by what it is told of: lists in the order of their texts. */
type Told = Record<string, readonly string[]>;

const CODES: readonly string[] = valuesOf(allianceStatusCodes);
const text = (...words: unknown[]) => words.map(String).join(" ");
const shown = (day: string) => (day === "0001-01-01" || day === "9999-12-31" ? null : day);

/** What an answer tells, by the keys of facts. */
export function toldBy(answer: WorldAnswer, keys: ReadonlyMap<string, string>): Told {
  const keyOf = (id: string) =>
    rowsOf(id)
      .map((row) => keys.get(row)!)
      .join("+");
  const one = (fact: FactAnswer) => text(keyOf(fact.id), fact.certainty, fact.period.attestedUntil);
  const edges = (list: List) => {
    if (list.totalCount !== list.edges.length) throw new Error("the list has more pages");
    return list.edges.map(({ certainty, node }: Edge) => text(certainty, one(node)));
  };
  const ids = ({ nodes }: { nodes: { id: string }[] }) => nodes.map(({ id }) => keyOf(id));
  const drawn = (list: WorldAnswer["network"]) =>
    list.edges.map((edge) => text(keyOf(edge.membershipId), edge.certainty));
  const told: Record<string, string[]> = {};
  for (const alliance of answer.alliances.nodes) {
    told[`${alliance.slug} status`] = [alliance.status, alliance.surely].map((fact) =>
      fact === null ? "none" : one(fact),
    );
    told[`${alliance.slug} statuses`] = alliance.statuses.map(one);
    told[`${alliance.slug} memberships`] = edges(alliance.memberships);
    told[`${alliance.slug} sure memberships`] = ids(alliance.sure);
    told[`${alliance.slug} ever`] = edges(alliance.ever);
    told[`${alliance.slug} members`] = alliance.members.edges.map(({ certainty, node, membership }) =>
      text(node.slug, certainty, keyOf(membership.id)),
    );
  }
  for (const actor of answer.actors.nodes) {
    told[`${actor.slug} memberships`] = edges(actor.memberships);
    told[`${actor.slug} sure memberships`] = ids(actor.sure);
    told[`${actor.slug} partnerships`] = edges(actor.partnerships);
    told[`${actor.slug} sure partnerships`] = ids(actor.surePartnerships);
    told[`${actor.slug} all partnerships`] = edges(actor.allPartnerships);
    told[`${actor.slug} partners`] = actor.partners.edges.map(({ certainty, sharedAlliances, node, partnerships }) =>
      text(node.slug, certainty, sharedAlliances, ...partnerships.map(({ id }) => keyOf(id))),
    );
    told[`${actor.slug} sure partners`] = actor.surePartners.edges.map(({ certainty, node }) =>
      text(node.slug, certainty),
    );
    told[`${actor.slug} offices`] = edges(actor.offices!);
    told[`${actor.slug} sure offices`] = ids(actor.sureOffices!);
  }
  told["network"] = drawn(answer.network);
  told["sure network"] = drawn(answer.sureNetwork);
  told["paths"] = answer.paths.map(({ hops }) =>
    hops.map(({ certainty, partnership }) => text(keyOf(partnership.id), certainty)).join(", "),
  );
  return inOrder(told);
}

/** What the model tells. */
export function toldByModel(model: AnswerModel, from: string, to: string): Told {
  const { state } = model;
  const [memberships, statuses, offices] = [membershipsIn(state), statusesIn(state), officesIn(state)];
  const one = (fact: Fact) => text(fact.key, model.certainty(fact), shown(model.spellOf(fact).until));
  const edges = (facts: readonly Fact[]) => facts.map((fact) => text(model.certainty(fact), one(fact)));
  const held = (facts: readonly Fact[]) => edges(model.holding(facts, "POSSIBLE"));
  const sure = (facts: readonly Fact[]) => model.holding(facts, "CERTAIN").map(({ key }) => key);
  const keyOf = ({ mine, theirs, status }: Tie) => [mine.key, theirs.key, status.key].join("+");
  const tied = (ties: readonly Tie[]) =>
    ties.map((tie) => {
      const certainty = model.certaintyOf(tie.spell);
      return text(certainty, keyOf(tie), certainty, shown(tie.spell.until));
    });
  const partners = (actor: string, asked: Certainty) => [
    ...Map.groupBy(model.tiesOf(actor, asked, USUAL), ({ theirs }) => theirs.actor),
  ];
  const best = (ties: readonly Tie[]) => ties.map(({ spell }) => model.certaintyOf(spell)!).toSorted()[0];
  const drawn = (asked: Certainty) =>
    tiesOfDay(model, asked).map(({ membership, certainty }) => text(membership.key, certainty));

  const told: Record<string, string[]> = {};
  for (const alliance of ALLIANCES) {
    const own = memberships.filter((fact) => fact.alliance === alliance);
    told[`${alliance} status`] = (["POSSIBLE", "CERTAIN"] as const).map((asked) => {
      const status = model.statusOf(alliance, asked, CODES);
      return status === undefined ? "none" : one(status);
    });
    told[`${alliance} statuses`] = statuses.filter((fact) => fact.alliance === alliance).map(one);
    told[`${alliance} memberships`] = held(own);
    told[`${alliance} sure memberships`] = sure(own);
    told[`${alliance} ever`] = edges(own);
    told[`${alliance} members`] = model
      .holding(own, "POSSIBLE")
      .map((fact) => text(fact.actor, model.certainty(fact), fact.key));
  }
  for (const actor of [...STATES, ...PERSONS]) {
    const own = memberships.filter((fact) => fact.actor === actor);
    const posts = offices.filter((fact) => (STATES.includes(actor) ? fact.body : fact.person) === actor);
    told[`${actor} memberships`] = held(own);
    told[`${actor} sure memberships`] = sure(own);
    told[`${actor} partnerships`] = tied(model.tiesOf(actor, "POSSIBLE", USUAL));
    told[`${actor} sure partnerships`] = model.tiesOf(actor, "CERTAIN", USUAL).map(keyOf);
    told[`${actor} all partnerships`] = tied(model.tiesOf(actor, "POSSIBLE", CODES));
    told[`${actor} partners`] = partners(actor, "POSSIBLE").map(([slug, ties]) => {
      const shared = new Set(ties.map(({ mine }) => mine.alliance)).size;
      return text(slug, best(ties), shared, ...ties.slice(0, 20).map(keyOf));
    });
    told[`${actor} sure partners`] = partners(actor, "CERTAIN").map(([slug, ties]) => text(slug, best(ties)));
    told[`${actor} offices`] = held(posts);
    told[`${actor} sure offices`] = sure(posts);
  }
  told["network"] = drawn("POSSIBLE");
  told["sure network"] = drawn("CERTAIN");
  told["paths"] = pathsOf(model, from, to).map((path) =>
    path.map((hop) => text(keyOf(hop), model.certaintyOf(hop.spell))).join(", "),
  );
  return inOrder(told);
}

function inOrder(told: Record<string, string[]>): Told {
  return Object.fromEntries(
    Object.entries(told).map(([what, lines]) => [what, what.endsWith(" status") ? lines : lines.toSorted()]),
  );
}
