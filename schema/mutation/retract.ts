import { builder } from "../builder.ts";
import { ChangePayload } from "./payload.ts";
import { proposeEdit } from "./propose.ts";
import { ifRevisionArgument, writeArguments, type WriteArguments, writing } from "./write.ts";

interface RetractArguments extends WriteArguments {
  id: string;
}

builder.mutationField("retract", (t) =>
  t.field({
    type: ChangePayload,
    description:
      "Takes a node out: it stays in the history, and is gone from answers. Refused, with the nodes that refer to it, where there are such. For editors",
    args: {
      id: t.arg.id({ required: true, description: "The id of the node" }),
      ...ifRevisionArgument(t.arg),
      ...writeArguments(t.arg),
    },
    resolve: writing<RetractArguments>("editor", ({ id }, context) =>
      proposeEdit(null, id, context, (_json, { noun, id, name }) => ({
        drafts: [],
        faults: [],
        retractions: [{ noun, id, name, place: { file: "", path: "/id" } }],
      })),
    ),
  }),
);
