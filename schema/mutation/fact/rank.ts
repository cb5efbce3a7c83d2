import type { Rank as RankValue } from "../../../src/domain/vocabulary.ts";
import { builder } from "../../builder.ts";
import { Rank } from "../../enum.ts";
import { ChangePayload } from "../payload.ts";
import { proposeEdit } from "../propose.ts";
import { havingField } from "../seek.ts";
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
      id: t.arg.id({ required: true, description: "The membership, status, office or event, by id or key" }),
      rank: t.arg({ type: Rank, required: true, description: "Its new rank" }),
      ...ifRevisionArgument(t.arg),
      ...writeArguments(t.arg),
    },
    resolve: writing<RankArguments>("editor", ({ id, rank }, context) =>
      proposeEdit(havingField("rank"), { reference: id, path: "/id" }, context, (json, { noun, id: row }) => ({
        drafts: [{ noun, json: { ...json, rank }, id: row, place: { file: "", path: "/rank" } }],
        faults: [],
      })),
    ),
  }),
);
