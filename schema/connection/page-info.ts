import { builder } from "../builder.ts";
import type { Slice } from "./slice.ts";

export const PageInfo = builder.objectRef<Slice["pageInfo"]>("PageInfo").implement({
  description: "Where a page stands in the whole list, as the Relay specification has it",
  fields: (t) => ({
    hasNextPage: t.exposeBoolean("hasNextPage", { description: "Whether anything comes after this page" }),
    hasPreviousPage: t.exposeBoolean("hasPreviousPage", { description: "Whether anything comes before this page" }),
    startCursor: t.exposeString("startCursor", {
      nullable: true,
      description: "The cursor of the first edge; null on an empty page",
    }),
    endCursor: t.exposeString("endCursor", {
      nullable: true,
      description: "The cursor of the last edge; null on an empty page",
    }),
  }),
});
