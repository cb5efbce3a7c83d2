/** Starts contenders, holds their answers against each other, and measures them in rounds. */
import type { Contender } from "../contender/contender.ts";
import type { Data } from "../data/database.ts";
import type { Question } from "../query/question.ts";
import { sampleOf } from "../query/sample.ts";
import type { Variables } from "../query/variable-set.ts";
import { answersOf } from "./answer.ts";
import { type Entry, requestsOf, type Served } from "./entry.ts";
import { type Asked, measureRound } from "./round.ts";
import { warmUp } from "./warm-up.ts";

export interface Pass {
  contenders: readonly Contender[];
  questions: readonly Question[];
  datas: readonly Data[];
  rounds: number;
  /** How long each contender is asked a question, at most at first, and in each round, in ms. */
  milliseconds: { warmUp: number; settle: number; alone: number; together: number };
  tell: (line: string) => void;
}

export async function measure(pass: Pass): Promise<Entry[]> {
  const served: Served[] = [];
  try {
    for (const data of pass.datas) {
      for (const contender of pass.contenders) {
        pass.tell(`starting ${contender.name} over ${data.size}`);
        served.push({ contender, size: data.size, server: await contender.start(data) });
      }
    }
    const entries = await entriesOf(pass, served);
    await measureAll(pass, entries);
    return entries;
  } finally {
    await Promise.all(served.map(({ server }) => server.stop()));
  }
}

async function entriesOf({ questions, datas, tell }: Pass, served: readonly Served[]): Promise<Entry[]> {
  const entries: Entry[] = [];
  for (const data of datas) {
    const sample = sampleOf(data.file);
    const asked = questions.map((question) => ({ question, sets: question.sets(sample) }));
    for (const one of served.filter(({ size }) => size === data.size)) {
      entries.push(...(await entriesOfOne(one, asked)));
    }
    await compare(entries.filter(({ size }) => size === data.size));
    tell(`the answers over ${data.size} are equal`);
  }
  return entries;
}

async function entriesOfOne(
  served: Served,
  asked: readonly { question: Question; sets: readonly Variables[] }[],
): Promise<Entry[]> {
  const { contender, size, server } = served;
  const questions = asked.filter(({ question }) => contender.questions?.includes(question.name) ?? true);
  const groups = await Promise.all(questions.map(({ question, sets }) => requestsOf(served, question, sets)));
  const works = await server.work(groups);
  return questions.map(({ question, sets }, place) => {
    const [requests, work] = [groups[place]!, works[place]!];
    const renew = () => (contender.expects === 304 ? requestsOf(served, question, sets) : Promise.resolve(requests));
    return { contender, question, size, server, requests, renew, work, rounds: [] };
  });
}

/** @throws where two contenders give other answers to one question */
async function compare(entries: readonly Entry[]): Promise<void> {
  for (const same of Map.groupBy(entries, ({ question }) => question).values()) {
    let first: { name: string; answers: string[] } | null = null;
    for (const { contender, question, server, requests } of same) {
      const answers = await answersOf(contender, question, server.origin, requests);
      if (answers === null) continue;
      first ??= { name: contender.name, answers };
      const other = answers.findIndex((answer, place) => answer !== first!.answers[place]);
      if (other === -1) continue;
      const [theirs, ours] = [first.answers[other], answers[other]];
      throw new Error(
        `${question.name}, set ${other}: ${first.name} and ${contender.name} answer differently\n${theirs}\n${ours}`,
      );
    }
  }
}

/** One question after another, all contenders in turn, each round from another one on. */
async function measureAll({ questions, rounds, milliseconds, tell }: Pass, entries: readonly Entry[]): Promise<void> {
  for (const question of questions) {
    const same = entries.filter((entry) => entry.question === question);
    for (const entry of same) await onOneDay(entry, (asked) => warmUp(asked, milliseconds.warmUp));
    for (let round = 0; round < rounds; round++) {
      for (let turn = 0; turn < same.length; turn++) {
        const entry = same[(turn + round) % same.length]!;
        entry.rounds.push(await onOneDay(entry, (asked) => measureRound(asked, milliseconds)));
      }
    }
    tell(`${question.name}: ${rounds} rounds`);
  }
}

/** Once more where midnight (UTC) came between: what may be of a day has another `ETag` on the next, and is no 304. */
async function onOneDay<T>(entry: Entry, measured: (asked: Asked) => Promise<T>): Promise<T> {
  try {
    return await measured(await askedOf(entry));
  } catch (error) {
    if (entry.contender.expects !== 304) throw error;
    return measured(await askedOf(entry));
  }
}

async function askedOf({ contender, server, renew }: Entry): Promise<Asked> {
  return { origin: server.origin, pids: server.pids, requests: await renew(), expected: contender.expects ?? 200 };
}
