import type { EdgeFields } from "../connection/connection-type.ts";
import { Certainty } from "../enum.ts";
import { listCertainty } from "./as-of.ts";

/** The field `certainty` of the edges of a list that is of a day. */
export function edgeCertainty(description: string): EdgeFields {
  return (t) => ({
    certainty: t.field({
      type: Certainty,
      nullable: true,
      description,
      resolve: ({ row }) => listCertainty(row),
    }),
  });
}
