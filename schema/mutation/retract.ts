import { nounNames } from "../../src/nouns/index.ts";
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
      id: t.arg.id({ required: true, description: "The node, by id, slug or key" }),
      ...ifRevisionArgument(t.arg),
      ...writeArguments(t.arg),
    },
    resolve: writing<RetractArguments>("editor", ({ id }, context) =>
      proposeEdit(nounNames, { reference: id, path: "/id" }, context, (_json, { noun, id, name }) => ({
        drafts: [],
        faults: [],
        retractions: [{ noun, id, name, place: { file: "", path: "/id" } }],
      })),
    ),
  }),
);
