import { nounNames, nouns } from "../../src/nouns/index.ts";
import { builder } from "../builder.ts";
import { inputTypes } from "./input.ts";
import type { Input } from "./input-type.ts";
import { ChangePayload } from "./payload.ts";
import { proposeNew } from "./propose.ts";
import { writeArguments, type WriteArguments, writing } from "./write.ts";

interface AddArguments extends WriteArguments {
  input: Input;
}

for (const noun of nounNames) {
  const { by, told } = nouns[noun].added;
  builder.mutationField(by, (t) =>
    t.field({
      type: ChangePayload,
      description: `${told}. For editors`,
      args: {
        input: t.arg({ type: inputTypes[noun], required: true, description: "What is to be entered" }),
        ...writeArguments(t.arg),
      },
      resolve: writing<AddArguments>("editor", ({ input: given }, context) => proposeNew(noun, given, context)),
    }),
  );
}
