import * as v from "valibot";
import { participantRoles, valuesOf } from "../../domain/vocabulary.ts";
import { oneOf, slug } from "../scalar.ts";

export const participantInput = v.pipe(
  v.strictObject({
    actor: slug("The slug of the actor that takes part"),
    role: oneOf(valuesOf(participantRoles), "What part it has"),
  }),
  v.description("An actor's part in an event"),
);
