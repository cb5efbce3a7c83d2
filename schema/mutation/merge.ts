import { proposeMerge } from "../../src/changes/merge.ts";
import { builder } from "../builder.ts";
import { ChangePayload } from "./payload.ts";
import { isFault, seek } from "./seek.ts";
import { ifRevisionArgument, writeArguments, type WriteArguments, writing } from "./write.ts";

interface MergeArguments extends WriteArguments {
  from: string;
  into: string;
}

builder.mutationField("mergeActors", (t) =>
  t.field({
    type: ChangePayload,
    description:
      "Merges an actor into another, its heir, to which its id and its slug lead from then on. All that refers to it is moved; its name and aliases become aliases of the heir, its identifiers the heir's. The heir's own fields stay. For admins",
    args: {
      from: t.arg.id({ required: true, description: "The actor that goes, by id or slug" }),
      into: t.arg.id({ required: true, description: "The heir, by id or slug: of the same type" }),
      ...ifRevisionArgument(t.arg),
      ...writeArguments(t.arg),
    },
    resolve: writing<MergeArguments>("admin", async ({ from, into }, context) => {
      const gone = await seek(["actors"], { reference: from, path: "/from" }, context);
      const heir = await seek(["actors"], { reference: into, path: "/into" }, context);
      if (isFault(gone) || isFault(heir)) return { drafts: [], faults: [gone, heir].filter(isFault) };
      return proposeMerge(context.d1, gone, heir);
    }),
  }),
);
