import { reasonFor } from "../../src/domain/disagreement.ts";
import type { Rank } from "../../src/domain/vocabulary.ts";
import { builder } from "../builder.ts";
import { Claim } from "./claim.ts";
import { connectionType } from "../connection/connection-type.ts";
import { atMost } from "../list-bound.ts";
import { markType } from "../node/node.ts";
import { actorTypeNames } from "../node/reference.ts";
import { Subject } from "../statement/statement-target.ts";
import { asRead, asSelection } from "../assertion.ts";

const MOST_CLAIMS = 10;

interface Subjects {
  subjectActor: { type: keyof typeof actorTypeNames } | null;
  subjectAlliance: object | null;
}

export const Disagreement = builder.drizzleObject("disagreements", {
  name: "Disagreement",
  description: "What sources disagree about: claims of which not all can be true, side by side",
  select: { columns: { sort: true, leadId: true } },
  fields: (t) => ({
    what: t.exposeString("what", {
      description: "What the claims are about, such as Brunei, member of Association of Southeast Asian Nations",
    }),
    reason: t.string({
      description: "Which claim answers go by, and why, in words",
      select: { columns: { sort: true, ranks: true } },
      resolve: ({ sort, ranks }) => reasonFor(sort, asRead<Rank[]>(ranks.split(","))),
    }),
    subject: t.field({
      type: Subject,
      nullable: true,
      description:
        "Whom it concerns: the member, the one who is obliged, the holder of the office, or the alliance; null for an event that is about no alliance",
      select: (_args, _context, nested) => {
        const beneath = asSelection<(query: object, path: [], type: string) => object>(nested);
        return asSelection({
          with: { subjectActor: beneath({}, [], "Actor"), subjectAlliance: beneath({}, [], "Alliance") },
        });
      },
      resolve: (row) => {
        const { subjectActor, subjectAlliance } = asRead<Subjects>(row);
        if (subjectActor) return markType(subjectActor, actorTypeNames[subjectActor.type]);
        return subjectAlliance ? markType(subjectAlliance, "Alliance") : null;
      },
    }),
    claims: t.relation("claims", {
      type: Claim,
      query: { orderBy: { rankPlace: "asc", fromEarliest: "asc", claimId: "asc" }, limit: MOST_CLAIMS },
      ...atMost(MOST_CLAIMS),
      description: `The claims, the best ranked first, at least two and at most ${MOST_CLAIMS}`,
    }),
  }),
});

export const DisagreementConnection = connectionType("Disagreement", Disagreement, "the disagreements");
