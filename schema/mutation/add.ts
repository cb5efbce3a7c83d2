import type { Noun } from "../../src/nouns/index.ts";
import { builder } from "../builder.ts";
import { inputTypes } from "./input.ts";
import type { Input } from "./input-type.ts";
import { ChangePayload } from "./payload.ts";
import { proposeNew } from "./propose.ts";
import { writeArguments, type WriteArguments, writing } from "./write.ts";

interface AddArguments extends WriteArguments {
  input: Input;
}

function addition(field: string, noun: Noun, description: string): void {
  builder.mutationField(field, (t) =>
    t.field({
      type: ChangePayload,
      description: `${description}. For editors`,
      args: {
        input: t.arg({ type: inputTypes[noun], required: true, description: "What is to be entered" }),
        ...writeArguments(t.arg),
      },
      resolve: writing<AddArguments>("editor", ({ input: given }, context) => proposeNew(noun, given, context)),
    }),
  );
}

addition("addActor", "actors", "Enters a state, person or organization");
addition("addArticle", "articles", "Enters an article, from which facts can then be cited");
addition("addOffice", "offices", "Enters a person's post in a state or organization");
addition("addAlliance", "alliances", "Enters an alliance, without statuses and members");
addition(
  "addAllianceStatus",
  "allianceStatuses",

  "Enters how far an alliance had got over a period",
);
addition("joinAlliance", "memberships", "Enters an actor's part in an alliance over a period");
addition("addEvent", "events", "Enters an event with its participants");
addition("addStatement", "statements", "Enters a statement with its targets");
