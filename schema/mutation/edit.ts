import { type Noun, nounNames, nouns } from "../../src/nouns/index.ts";
import { builder } from "../builder.ts";
import { editTypes } from "./input.ts";
import type { Input } from "./input-type.ts";
import { ChangePayload } from "./payload.ts";
import { patched, proposeEdit } from "./propose.ts";
import { ifRevisionArgument, writeArguments, type WriteArguments, writing } from "./write.ts";

interface EditArguments extends WriteArguments {
  id: string;
  input: Input;
}

function edition(noun: Noun): void {
  const { word, name, type } = nouns[noun];
  builder.mutationField(`edit${type}`, (t) =>
    t.field({
      type: ChangePayload,
      description: `Changes some fields of one ${word}. For editors`,
      args: {
        id: t.arg.id({ required: true, description: `Which ${word}: its id or ${name}` }),
        input: t.arg({ type: editTypes[noun], required: true, description: "What is to change of it" }),
        ...ifRevisionArgument(t.arg),
        ...writeArguments(t.arg),
      },
      resolve: writing<EditArguments>("editor", ({ id, input: given }, context) =>
        proposeEdit(
          [noun],
          { reference: id, path: "/id", given: { schema: nouns[noun].input, input: given } },
          context,
          (json) => patched(json, given),
        ),
      ),
    }),
  );
}

for (const noun of nounNames) edition(noun);
