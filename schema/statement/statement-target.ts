import { Organization, Person, State } from "../actor/actor.ts";
import { Alliance } from "../alliance/alliance.ts";
import { builder } from "../builder.ts";
import { Stance } from "../enum.ts";
import { markedType, markType } from "../node/node.ts";
import { actorTypeNames } from "../node/reference.ts";
import { asRead, asSelection } from "../assertion.ts";

export const Subject = builder.unionType("Subject", {
  description: "What a statement can be about and a name can mean: an actor or an alliance",
  types: [State, Person, Organization, Alliance],
  resolveType: (subject) => asRead(markedType(subject)),
});

interface Row {
  actor: { type: keyof typeof actorTypeNames } | null;
  alliance: object | null;
}

export const StatementTarget = builder.drizzleObject("statementTargets", {
  name: "StatementTarget",
  description: "An actor or alliance that a statement is about, and how it speaks of it",
  select: { columns: {} },
  fields: (t) => ({
    subject: t.field({
      type: Subject,
      description: "Who or what",
      select: (_args, _context, nested) => {
        const beneath = asSelection<(query: object, path: [], type: string) => object>(nested);
        return asSelection({ with: { actor: beneath({}, [], "Actor"), alliance: beneath({}, [], "Alliance") } });
      },
      resolve: (row) => {
        const { actor, alliance } = asRead<Row>(row);
        return actor ? markType(actor, actorTypeNames[actor.type]) : markType(alliance ?? {}, "Alliance");
      },
    }),
    stance: t.expose("stance", { type: Stance, description: "Whether it speaks for or against it" }),
  }),
});
