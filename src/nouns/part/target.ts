import * as v from "valibot";
import { stances, valuesOf } from "../../domain/vocabulary.ts";
import { oneOf, slug } from "../scalar.ts";

export const targetInput = v.pipe(
  v.strictObject({
    actor: v.optional(slug("The slug of the actor that it is about")),
    alliance: v.optional(slug("The slug of the alliance that it is about")),
    stance: oneOf(valuesOf(stances), "Whether it speaks for or against"),
  }),
  v.partialCheck(
    [["actor"], ["alliance"]],
    ({ actor, alliance }) => (actor === undefined) !== (alliance === undefined),
    "is either an actor or an alliance",
  ),
  v.description("An actor or an alliance that a statement is about"),
);
