import { selectedFieldNames } from "@pothos/selection-mapper";
import type { EntryKind } from "../../drizzle/search/indexed.ts";
import { lookUpName, type NameMatch } from "../../drizzle/search/name-lookup.ts";
import { LARGEST_PAGE } from "../../src/domain/page.ts";
import { checkReferences } from "../argument/known-reference.ts";
import { builder } from "../builder.ts";
import { readPage } from "../connection/page.ts";
import { atMost, COST_OF_LOOKUP } from "../list-bound.ts";
import { readNumberedEntries } from "./search-entry.ts";
import { checkLength, checkPresent, SearchType } from "./search-type.ts";
import { Subject } from "../statement/statement-target.ts";
import { asRead } from "../assertion.ts";

const FIELD = "Query.resolve";
const USUAL = 5;

const Candidate = builder.objectRef<NameMatch & { node: object }>("Candidate").implement({
  description: "An actor or alliance that a name may mean",
  fields: (t) => ({
    match: t.field({ type: Subject, description: "Who or what", resolve: ({ node }) => asRead(node) }),
    score: t.exposeFloat("score", {
      description:
        "How well the name fits, from 0 to 1: 1 for the very name, 0.95 for one without the titles about it or its article, less for other spaces or order, what is short for a word (S. Korea, Group of 20), a word such as pact beside it, a part of a person's name, and another spelling; under 0.7 nothing is said",
    }),
    alias: t.exposeString("matched", {
      description:
        "Its name, acronym or alias that fits best; of an alliance and the organization that embodies it, the other's where that fits better",
    }),
    exact: t.exposeBoolean("exact", {
      description:
        "Whether that is the very name, but for case, accents, punctuation and what else differs from one keyboard to another, such as ي and ی",
    }),
  }),
});

interface ResolveArguments {
  name: string;
  types?: EntryKind[] | null | undefined;
  first?: number | null | undefined;
}

builder.queryFields((t) => ({
  resolve: t.field({
    type: [Candidate],
    ...atMost({ argument: "first", usual: USUAL, most: LARGEST_PAGE }, COST_OF_LOOKUP),
    description:
      "The actors and alliances that a name as people write it may mean, such as PM Kishida, UK, Turkiye, Gorbatschow or 岸田首相, the likeliest first, each once; empty where nothing is like it. Of two as likely, actors stand before alliances, and names before aliases. An alliance has the names of the organization that embodies it too, and that has the alliance's. Persons are found by a family name, however it is transliterated, but not beside another given name; countries by their whole names only. Two SQL statements: one finds, one reads the matches. Of the present only: refused in a request that is pinned to a revision",
    args: {
      name: t.arg.string({ required: true, description: "The name, at most 200 characters" }),
      types: t.arg({
        type: [SearchType],
        description: "Only of these types; of both ACTOR and ALLIANCE when left out. Others have no names",
      }),
      first: t.arg.int({ description: "At most this many, 1 to 100; 5 when left out" }),
    },
    resolve: async (_root, { name, types, first }: ResolveArguments, context, info) => {
      checkPresent(FIELD, context);
      checkLength("name", FIELD, name);
      const { size } = readPage(FIELD, { first: first ?? USUAL }, () => ({ list: FIELD, columns: [] }));
      const scope = { actors: types?.includes("ACTOR") ?? true, alliances: types?.includes("ALLIANCE") ?? true };
      const matches = (await lookUpName(context.database, name, scope)).slice(0, size);
      if (matches.length === 0) await checkReferences(context, info);
      const wanted = selectedFieldNames(context, info).has("match") ? matches.map(({ entry }) => entry) : [];
      const nodes = await readNumberedEntries(wanted, [["match"]], context, info);
      return matches.map((match) => ({ ...match, node: nodes.get(match.entry) ?? {} }));
    },
  }),
}));
