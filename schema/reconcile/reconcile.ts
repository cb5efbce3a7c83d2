import { type ExecutionArgs, type ExecutionResult, type GraphQLSchema, parse } from "graphql";
import type { D1Client } from "../../drizzle/client/d1-client.ts";
import { connect } from "../../drizzle/client/database.ts";
import { readSchemes } from "../../drizzle/search/key-lookup.ts";
import type { About } from "../../src/domain/about.ts";
import type { Entity } from "../../src/domain/reconcile/entity.ts";
import type { Extending } from "../../src/domain/reconcile/extension.ts";
import type { Question } from "../../src/domain/reconcile/question.ts";
import type { Suggesting } from "../../src/domain/reconcile/suggesting.ts";
import { dayOf } from "../../src/domain/time/day.ts";
import { Context } from "../context.ts";
import { extend } from "./extend.ts";
import { match } from "./match.ts";
import { propertiesWith } from "./property-list.ts";
import { type Ask, describe } from "./property-value.ts";
import { suggest } from "./suggest.ts";

interface Reconciling {
  schema: GraphQLSchema;
  execute: (args: ExecutionArgs) => Promise<ExecutionResult>;
  d1: D1Client;
  /** When the request came, in ms since 1970. */
  now: number;
  /** Null for the present, of which alone there is an index of names. */
  revision: number | null;
  /** What the data are called. */
  about: About;
}

/** What reconciliation asks of the data, with the ids, types and fields of the GraphQL schema. */
export function reconcileService({ schema, execute, d1, now, revision, about }: Reconciling) {
  const database = connect(d1, revision);
  // Each document has a context of its own, since several are executed at once.
  const ask: Ask = async (document, variableValues = {}) => {
    const contextValue = new Context({ d1, revision, now, today: () => dayOf(now), identity: null, about });
    return execute({ schema, document: parse(document), variableValues, contextValue });
  };
  const properties = async () => propertiesWith(await readSchemes(database));
  return {
    match: async (questions: readonly Question[]) => match(database, ask, questions),
    suggest: async (asked: Suggesting) => suggest(database, asked),
    find: async (id: string): Promise<Entity | null> => (await describe(ask, [id], []))[0] ?? null,
    properties,
    extend: async (asked: Extending) => extend(ask, await properties(), asked),
  };
}
