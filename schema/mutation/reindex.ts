import { readRevisionRange } from "../../drizzle/client/revision-range.ts";
import { countStale, markAll, MEND_PAGE, mendPage } from "../../drizzle/search/mend.ts";
import { isOtherVersion } from "../../drizzle/search/text-version.ts";
import { revise } from "../../src/changes/write/revision.ts";
import { requireRole } from "../alliance/role.ts";
import { builder } from "../builder.ts";
import { badUserInput } from "../error.ts";

interface Reindexed {
  folded: number;
  stale: number;
}

const ReindexPayload = builder.objectRef<Reindexed>("ReindexPayload").implement({
  description: "How far the full-text indexes have come",
  fields: (t) => ({
    folded: t.exposeInt("folded", {
      description: "How many texts were folded by this request; 0 where none was stale",
    }),
    stale: t.exposeInt("stale", {
      description: "How many are still to be folded, 100,000 where there are more: ask again until it is 0",
    }),
  }),
});

builder.mutationField("reindex", (t) =>
  t.field({
    type: ReindexPayload,
    description:
      "Folds texts into the full-text indexes that were written by SQL, or by a version that folded them in another way, so that search and resolve find them. Changes no data; the request that folds the last one makes a revision, so that shared answers are asked for anew. For admins",
    args: {
      first: t.arg.int({ description: `At most so many, 1 to ${MEND_PAGE}; ${MEND_PAGE} when left out` }),
    },
    resolve: async (_root, { first }: { first?: number | null | undefined }, context) => {
      const { name, subject } = requireRole(context, "admin");
      const { d1, now } = context;
      const size = first ?? MEND_PAGE;
      if (size < 1 || size > MEND_PAGE) {
        throw badUserInput(`Argument "first" of Mutation.reindex is ${size}: it must be from 1 to ${MEND_PAGE}`);
      }
      return context.inTurn(async () => {
        // Read first: what was done is not to fail for what its answer tells.
        const { newest, lineage } = await readRevisionRange(d1);
        if (await isOtherVersion(d1)) await markAll(d1);
        const folded = await mendPage(d1, size);
        const stale = Number(await countStale(d1));
        const isLast = folded > 0 && stale === 0;
        const revision = isLast
          ? await revise(d1, { at: now, author: name, subject, reason: "Fold texts into the full-text indexes" }, [])
          : newest;
        context.tell({ revision, lineage });
        return { folded, stale };
      });
    },
  }),
);
