import type { GraphQLError } from "graphql";
import type { Day } from "../domain/day.ts";
import type { Identity } from "../domain/identity.ts";
import type { Unavailable } from "../domain/unavailable.ts";
import type { Usage } from "../domain/usage.ts";
import { type MediaType, mediaTypeOf } from "./accept.ts";
import { VARY } from "./cache-control.ts";
import type { Cost } from "./cost-limit.ts";
import type { DocumentRequest } from "./document-request.ts";
import type { NamedDocument } from "./named-document.ts";
import type { Shield } from "./shield.ts";
import { usualHeaders } from "./usual-headers.ts";
import type { Metrics } from "./request-log.ts";
import type { ReadRange } from "./revision-clock.ts";
import type { Found } from "./shared-answer.ts";
import type { SharedCache } from "./shared-cache.ts";
import type { Assets } from "./trusted-document.ts";

/** What a request to /graphql brings beside its text. */
export interface Incoming<Context> {
  requestId: string;
  /** Of the Worker's code; empty where it is not deployed. */
  version: string;
  /** In ms since 1970. */
  now: number;
  /** In ms since the request came. */
  elapsed: () => number;
  identity: Identity | null;
  /** The static files of this deployment. */
  assets: Assets;
  cache: SharedCache;
  shield: Shield | undefined;
  metrics: Metrics | undefined;
  /** What is used of the database, as it is used. */
  usage: Usage;
  /** Reads what was written last, as does all that follows. */
  read: ReadRange;
  /** Has all that follows read nothing older than a bookmark. */
  freshen: (bookmark: string | null) => void;
  /** What resolvers are given, for the present or as of a revision. */
  context: (revision: number | null, today: () => Day) => Context;
  waitUntil: (work: Promise<unknown>) => void;
  /** Says what is to be answered if the time is up before there is an answer. */
  onLate: (answer: (fault: Unavailable) => Response) => void;
}

/** A request and what has become of it so far. */
export interface Exchange<Context> extends Incoming<Context> {
  request: Request;
  mediaType: MediaType | null;
  /** What it asks for, once it has been read. */
  asked: DocumentRequest | null;
  named: NamedDocument | null;
  /** Those of the answer, by their names in lower case, as `completeResponse` takes them. */
  headers: Record<string, string>;
  /** The revision that the answer is pinned to. */
  revision: number | null;
  /** Where the answer is one for everybody. */
  found: Found | null;
  /** As it was reckoned before it was executed. */
  cost: Cost | null;
  /** When it could be executed, in ms since the request came. */
  prepared: number | null;
  /** What the request as a whole was refused for. */
  refusal: GraphQLError | null;
  /** Whether it was executed, and gave all that was asked for. */
  outcome: "refused" | "unanswered" | "partial" | "whole";
  /** That of the first error, where there is one. */
  code: string | null;
  usesToday: boolean;
}

const usual = { ...usualHeaders, "cache-control": "no-store", vary: VARY };

/** What is incoming is made into the exchange. */
export function exchangeOf<Context>(request: Request, incoming: Incoming<Context>): Exchange<Context> {
  return Object.assign(incoming, {
    request,
    mediaType: mediaTypeOf(request.headers.get("accept")),
    asked: null,
    named: null,
    headers: { ...usual, "x-request-id": incoming.requestId },
    revision: null,
    found: null,
    cost: null,
    prepared: null,
    refusal: null,
    outcome: "refused",
    code: null,
    usesToday: false,
  } satisfies Omit<Exchange<Context>, keyof Incoming<Context>>);
}
