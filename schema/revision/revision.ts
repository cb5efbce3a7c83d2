import { builder } from "../builder.ts";
import { writeGlobalId } from "../node/global-id.ts";
import { Node } from "../node/node.ts";

export const Revision = builder.drizzleObject("revisions", {
  name: "Revision",
  description: "One atomic change to the data: what was entered, changed and taken out together",
  interfaces: [Node],
  select: { columns: { number: true } },
  fields: (t) => ({
    id: t.id({
      description: "An opaque id, the same for ever",
      resolve: ({ number }) => writeGlobalId("Revision", number),
    }),
    number: t.exposeInt("number", {
      description: "1, 2, 3 …; a request can be pinned to it, and is then answered as the data was after it",
    }),
    at: t.expose("at", {
      type: "DateTime",
      description: "When it was made",
    }),
    author: t.exposeString("author", { description: "Who made it, as they are known here" }),
    reason: t.exposeString("reason", { description: "Why, in the author's words" }),
  }),
});
