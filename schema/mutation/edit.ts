import type { InputRef } from "@pothos/core";
import { type Noun, nouns } from "../../src/changes/noun.ts";
import { builder } from "../builder.ts";
import * as inputs from "./input.ts";
import type { Input } from "./input-type.ts";
import { ChangePayload } from "./payload.ts";
import { patched, proposeEdit } from "./propose.ts";
import { ifRevisionArgument, writeArguments, type WriteArguments, writing } from "./write.ts";

interface EditArguments extends WriteArguments {
  id: string;
  input: Input;
}

function edition(field: string, noun: Noun, input: InputRef<Input>): void {
  const { word, name } = nouns[noun];
  builder.mutationField(field, (t) =>
    t.field({
      type: ChangePayload,
      description: `Changes some fields of one ${word}. For editors`,
      args: {
        id: t.arg.id({ required: true, description: `Which ${word}: its id or ${name}` }),
        input: t.arg({ type: input, required: true, description: "What is to change of it" }),
        ...ifRevisionArgument(t.arg),
        ...writeArguments(t.arg),
      },
      resolve: writing<EditArguments>("editor", ({ id, input: given }, context) =>
        proposeEdit(noun, id, context, (json) => patched(json, given)),
      ),
    }),
  );
}

edition("editActor", "actors", inputs.ActorEdit);
edition("editArticle", "articles", inputs.ArticleEdit);
edition("editOffice", "offices", inputs.OfficeEdit);
edition("editAlliance", "alliances", inputs.AllianceEdit);
edition("editAllianceStatus", "allianceStatuses", inputs.StatusEdit);
edition("editMembership", "memberships", inputs.MembershipEdit);
edition("editEvent", "events", inputs.EventEdit);
edition("editStatement", "statements", inputs.StatementEdit);
