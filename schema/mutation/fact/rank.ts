import type { Rank as RankValue } from "../../../src/domain/vocabulary.ts";
import { builder } from "../../builder.ts";
import { Rank } from "../../enum.ts";
import { ChangePayload } from "../payload.ts";
import { proposeEdit, refusal } from "../propose.ts";
import { ifRevisionArgument, writeArguments, type WriteArguments, writing } from "../write.ts";

interface RankArguments extends WriteArguments {
  id: string;
  rank: RankValue;
}

builder.mutationField("setRank", (t) =>
  t.field({
    type: ChangePayload,
    description:
      "Says how a membership, status, office or event stands beside the claims that compete with it. For editors",
    args: {
      id: t.arg.id({ required: true, description: "The id of the membership, status, office or event" }),
      rank: t.arg({ type: Rank, required: true, description: "Its new rank" }),
      ...ifRevisionArgument(t.arg),
      ...writeArguments(t.arg),
    },
    resolve: writing<RankArguments>("editor", ({ id, rank }, context) =>
      proposeEdit(null, id, context, (json, node) => {
        if (!("rank" in node.fields))
          return refusal("/id", `${node.name} has no rank: a membership, status, office or event has`);
        return {
          drafts: [{ noun: node.noun, json: { ...json, rank }, id: node.id, place: { file: "", path: "/rank" } }],
          faults: [],
        };
      }),
    ),
  }),
);
