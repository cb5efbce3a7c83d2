import type { OperationDefinitionNode } from "graphql";
import type { PlanUse } from "../domain/plan-use.ts";
import type { Day } from "../domain/time/day.ts";
import type { Identity } from "../domain/identity.ts";
import type { Unavailable } from "../domain/fault/unavailable.ts";
import type { Warning } from "../domain/warning.ts";
import type { ToldRevision } from "../domain/told-revision.ts";
import type { Usage } from "../domain/usage.ts";
import type { Accepted } from "./http/accept.ts";
import type { Codings } from "./http/coding.ts";
import type { Cost } from "./cost/cost-limit.ts";
import type { InTime } from "./limit/deadline.ts";
import type { ReadDocument } from "./document/document-cache.ts";
import type { NamedDocument } from "./document/named-document.ts";
import type { Outcome } from "./http/outcome.ts";
import type { Metrics } from "./log/request-log.ts";
import type { Pin } from "./cache/pinned-revision.ts";
import type { ReadRange } from "./cache/revision-clock.ts";
import type { Found } from "./cache/shared-answer.ts";
import type { SharedCache } from "./cache/shared-cache.ts";
import type { Shield } from "./limit/shield.ts";
import type { Assets } from "./document/trusted-document.ts";
import type { Batch, Turn } from "./batch.ts";

/** What a request to /graphql brings beside its text. */
export interface RequestState {
  readonly requestId: string;
  /** Of the Worker's code; empty where it is not deployed. */
  readonly version: string;
  /** In ms since 1970. */
  readonly now: number;
  /** In ms since the request came. */
  readonly elapsed: () => number;
  /** The static files of this deployment. */
  readonly assets: Assets;
  readonly cache: SharedCache;
  readonly shield: Shield | undefined;
  readonly metrics: Metrics | undefined;
  /** The same, of the caches of the isolate. */
  readonly cacheMetrics: Metrics | undefined;
  /** What is used of the database, as it is used. */
  readonly usage: Usage;
  /** Reads what was written last, as does all that follows. */
  readonly read: ReadRange;
  /** Has all that follows read nothing older than a bookmark. */
  readonly freshen: (bookmark: string | null) => void;
  /** How far the database has been seen; null before the first SQL query. */
  readonly bookmark: () => string | null;
  /** What resolvers are given, for the present or as of a revision; mutations tell by it of which revision they do. */
  readonly resolverContext: (
    identity: Identity | null,
    revision: number | null,
    today: () => Day,
    tell: (told: ToldRevision) => void,
  ) => object & { readonly warnings?: readonly Warning[] };
  readonly waitUntil: (work: Promise<unknown>) => void;
  /** Waits for the answer until the deadline. */
  readonly inTime: InTime;
}

/*
 * What a request carries, by stage: the keys that its plugins add to Yoga's context, each once. A plugin's type says which
 * stages come before it and which it adds (`RequestPlugin`), so that one in the wrong place does not compile.
 */

/** Added by use-request-state. */
export interface StateStage {
  readonly state: RequestState;
  readonly accepted: Accepted;
  /** How the body of the answer may be coded. */
  readonly codings: Codings;
}
/** Added by use-identity. */
export interface IdentityStage {
  /** Null for a request without a token. */
  readonly identity: Identity | null;
}
/** Added by use-document-request. */
export interface BatchStage {
  /** Null for a request that is one operation. */
  readonly batch: Batch | null;
}
/** Added by use-document-request, too. */
export interface AddressStage {
  /** What the address says; null where it says nothing. */
  readonly address: URLSearchParams | null;
}
/** Added by use-batch. */
export interface TurnStage {
  /** When the operation may be paid for; none outside of a batch. */
  readonly turn?: Turn;
}
/** Added by use-document. */
export interface NamedStage {
  readonly named: NamedDocument;
}
/** Added by use-document-cache. */
export interface DocumentStage {
  readonly document: ReadDocument;
  readonly operation: OperationDefinitionNode;
}
/** Added by use-warnings. */
export interface WarningStage {
  /** What of the request is not read. */
  readonly warnings: readonly Warning[];
}
/** Added by use-pin. */
export interface PinStage {
  /** What the answer is pinned to. */
  readonly pin: Pin;
}
/** Added by use-shared-answer. */
export interface SharedStage {
  /** Null where the answer is not one for everybody. */
  readonly found: Found | null;
}
/** Added by use-cost-limit. */
export interface CostStage {
  /** As it was reckoned before the operation is executed. */
  readonly cost: Cost;
}
/** Added by use-rate-limit. */
export interface BudgetStage {
  /** What the client's budget is, as headers. */
  readonly budget: Readonly<Record<string, string>>;
}
/** Added by use-plans. */
export interface ExecutionStage {
  readonly execution: {
    /** When it began, in ms since the request came. */
    readonly startedAt: number;
    /** Whether the answer depends on the day. */
    readonly usesToday: () => boolean;
    /** Whether it went by an execution plan; null where it was no query, or has not begun. */
    readonly planUse: () => PlanUse | null;
    /** The revision that mutations told of, the last one's; null where there was none. */
    readonly told: () => ToldRevision | null;
  };
}
/** Added by use-masked-errors. */
export interface OutcomeStage {
  readonly outcome: Outcome & {
    /** The code of the first error, as far as there was one. */
    readonly code: () => string | null;
  };
}
/** Added by use-request-log. */
export interface StreamStage {
  /** The answer is not told as a whole, and recorded at its end. */
  readonly isStream: true;
}
/** Added by use-deadline, where the time was up. */
export interface LateStage {
  readonly late: Unavailable;
}

/** What has been found out of a request when it is answered: it may have been refused at any stage. */
export type AnsweredStage = StateStage &
  Partial<
    IdentityStage &
      BatchStage &
      TurnStage &
      NamedStage &
      DocumentStage &
      WarningStage &
      PinStage &
      SharedStage &
      CostStage &
      BudgetStage &
      ExecutionStage &
      OutcomeStage &
      LateStage
  >;
