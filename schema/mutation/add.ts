import type { InputRef } from "@pothos/core";
import type { Noun } from "../../src/changes/noun.ts";
import { builder } from "../builder.ts";
import * as inputs from "./input.ts";
import type { Input } from "./input-type.ts";
import { ChangePayload } from "./payload.ts";
import { proposeNew } from "./propose.ts";
import { writeArguments, type WriteArguments, writing } from "./write.ts";

interface AddArguments extends WriteArguments {
  input: Input;
}

function addition(field: string, noun: Noun, input: InputRef<Input>, description: string): void {
  builder.mutationField(field, (t) =>
    t.field({
      type: ChangePayload,
      description: `${description}. For editors`,
      args: {
        input: t.arg({ type: input, required: true, description: "What is to be entered" }),
        ...writeArguments(t.arg),
      },
      resolve: writing<AddArguments>("editor", ({ input: given }, context) => proposeNew(noun, given, context)),
    }),
  );
}

addition("addActor", "actors", inputs.ActorInput, "Enters a state, person or organization");
addition("addArticle", "articles", inputs.ArticleInput, "Enters an article, from which facts can then be cited");
addition("addOffice", "offices", inputs.OfficeInput, "Enters a person's post in a state or organization");
addition("addAlliance", "alliances", inputs.AllianceInput, "Enters an alliance, without statuses and members");
addition(
  "addAllianceStatus",
  "allianceStatuses",
  inputs.StatusInput,
  "Enters how far an alliance had got over a period",
);
addition("joinAlliance", "memberships", inputs.MembershipInput, "Enters an actor's part in an alliance over a period");
addition("addEvent", "events", inputs.EventInput, "Enters an event with its participants");
addition("addStatement", "statements", inputs.StatementInput, "Enters a statement with its targets");
