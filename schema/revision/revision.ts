import { builder } from "../builder.ts";

export const Revision = builder.drizzleObject("revisions", {
  name: "Revision",
  description: "One atomic change to the data: what was entered, changed and taken out together",
  select: { columns: { number: true } },
  fields: (t) => ({
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
