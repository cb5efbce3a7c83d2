import type { Contender, Server, Work } from "../contender/contender.ts";
import type { Data } from "../data/database.ts";
import type { Question } from "../query/question.ts";
import type { Variables } from "../query/variable-set.ts";
import type { HttpRequest } from "./http-client.ts";
import type { Round } from "./round.ts";

/** A contender that answers a question over a size of data, and what was measured of it. */
export interface Entry {
  contender: Contender;
  question: Question;
  size: Data["size"];
  server: Server;
  requests: HttpRequest[];
  /** The requests as of now: the ETags in those for a 304 are of a UTC day. */
  renew: () => Promise<HttpRequest[]>;
  work: Work;
  rounds: Round[];
}

/** A contender that serves over a size of data. */
export interface Served {
  contender: Contender;
  size: Data["size"];
  server: Server;
}

/** What the contender is asked, which it then can answer. */
export function requestsOf(
  { contender, server }: Served,
  question: Question,
  sets: readonly Variables[],
): Promise<HttpRequest[]> {
  return (
    contender.prepare?.(server, question, sets) ?? Promise.resolve(sets.map((set) => contender.request(question, set)))
  );
}
