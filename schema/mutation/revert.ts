import { proposeRevert } from "../../src/changes/revert.ts";
import { builder } from "../builder.ts";
import { ChangePayload } from "./payload.ts";
import { writeArguments, type WriteArguments, writing } from "./write.ts";

interface RevertArguments extends WriteArguments {
  number: number;
}

builder.mutationField("revertRevision", (t) =>
  t.field({
    type: ChangePayload,
    description:
      "Undoes, by a new revision, what a revision did. What others did since stays; CONFLICT, with their changes, where the same has a third value now. For editors",
    args: {
      number: t.arg.int({ required: true, description: "The number of the revision to undo" }),
      ...writeArguments(t.arg),
    },
    resolve: writing<RevertArguments>("editor", ({ number }, { d1 }) => proposeRevert(d1, number)),
  }),
);
