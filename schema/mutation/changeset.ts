import { draftsIn } from "../../src/changes/read/draft.ts";
import type { Retraction } from "../../src/changes/check/retraction.ts";
import { nounNames, nouns } from "../../src/nouns/index.ts";
import { builder } from "../builder.ts";
import { inputTypes } from "./input.ts";
import type { Input } from "./input-type.ts";
import { ChangePayload } from "./payload.ts";
import { withoutNulls } from "./propose.ts";
import { isFault, seekAll } from "./seek.ts";
import { ifRevisionArgument, writeArguments, type WriteArguments, writing } from "./write.ts";

interface ChangesetValue extends Input {
  retract?: readonly string[] | null | undefined;
}

const ChangesetInput = builder.inputRef<ChangesetValue>("ChangesetInput").implement({
  description:
    "Things to be so, all or none. An entry replaces what has its slug or key as a whole, and enters it where nothing has; what is not named stays. References are slugs, keys or ids, also of what is entered here",
  fields: (t) => {
    const lists = nounNames.map((noun) => {
      const { list, listed } = nouns[noun];
      return [list, t.field({ type: [inputTypes[noun]], description: `${listed}; none when left out` })] as const;
    });
    return {
      ...Object.fromEntries(lists),
      retract: t.idList({ description: "The nodes to take out, by ids, slugs or keys; none when left out" }),
    };
  },
});

interface ChangesetArguments extends WriteArguments {
  input: ChangesetValue;
}

builder.mutationField("applyChangeset", (t) =>
  t.field({
    type: ChangePayload,
    description: "Makes many changes at once, all or none, as one revision. For editors",
    args: {
      input: t.arg({ type: ChangesetInput, required: true, description: "What is to be so" }),
      ...writeArguments(t.arg),
      ...ifRevisionArgument(t.arg),
    },
    resolve: writing<ChangesetArguments>("editor", async ({ input: { retract, ...facts } }, context) => {
      const { drafts, faults } = draftsIn([{ file: "", path: "/input", json: withoutNulls(facts) }]);
      const retractions: Retraction[] = [];
      const given = (retract ?? []).map((reference, index) => ({ reference, path: `/input/retract/${index}` }));
      const found = given.length === 0 ? [] : await seekAll(nounNames, given, context);
      for (const [index, node] of found.entries()) {
        const { path } = given[index]!;
        if (isFault(node)) faults.push(node);
        else if (!retractions.some((one) => one.noun === node.noun && one.id === node.id))
          retractions.push({ noun: node.noun, id: node.id, name: node.name, place: { file: "", path } });
      }
      return { drafts, faults, retractions };
    }),
  }),
);
