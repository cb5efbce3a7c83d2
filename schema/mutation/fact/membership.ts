import { freeKey } from "../../../src/changes/read/free-key.ts";
import type { MembershipRole as Role } from "../../../src/domain/vocabulary.ts";
import { builder } from "../../builder.ts";
import { MembershipRole } from "../../enum.ts";
import { CitationInput } from "../input.ts";
import type { Input } from "../input-type.ts";
import { ChangePayload } from "../payload.ts";
import { ended, proposeEdit, withoutNulls } from "../propose.ts";
import { jsonOf } from "../../../src/changes/load/stored.ts";
import { isFault, seek } from "../seek.ts";
import { ifRevisionArgument, writeArguments, type WriteArguments, writing } from "../write.ts";
import { asRead } from "../../assertion.ts";

interface LeaveArguments extends WriteArguments {
  id: string;
  on: string;
  citations?: Input[] | null | undefined;
}

interface ChangeRoleArguments extends WriteArguments {
  id: string;
  role: Role;
  on: string;
  citations: Input[];
}

const ON = "The first day on which it no longer holds, in EDTF";

builder.mutationFields((t) => ({
  leaveAlliance: t.field({
    type: ChangePayload,
    description: "Ends a membership on a day. For editors",
    args: {
      id: t.arg.id({ required: true, description: "Which membership: its id or key" }),
      on: t.arg.string({ required: true, description: ON }),
      citations: t.arg({
        type: [CitationInput],
        description: "Places that bear the end out, beside those that it has; none more when left out",
      }),
      ...ifRevisionArgument(t.arg),
      ...writeArguments(t.arg),
    },
    resolve: writing<LeaveArguments>("editor", ({ id, on, citations }, context) =>
      proposeEdit(["memberships"], { reference: id, path: "/id" }, context, (json, node) => {
        const cited = asRead<unknown[]>(json["citations"]);
        const added = asRead<unknown[]>(withoutNulls(citations ?? [])) ?? [];
        const draft = { ...ended(json, on), citations: [...cited, ...added] };
        const places: Record<string, string> = { "/input/to": "/on", "/input/from": "/on" };
        added.forEach((_, index) => (places[`/input/citations/${cited.length + index}`] = `/citations/${index}`));
        places["/input/citations"] = "/citations";
        return {
          drafts: [{ noun: "memberships", json: draft, id: node.id, place: { file: "", path: "/input" } }],
          faults: [],
          places,
        };
      }),
    ),
  }),
  changeRole: t.field({
    type: ChangePayload,
    description:
      "Ends a membership on a day and begins another of the same actor in the same alliance in another role, which is the node of the payload. For editors",
    args: {
      id: t.arg.id({ required: true, description: "Which membership: its id or key" }),
      role: t.arg({ type: MembershipRole, required: true, description: "The role from that day on" }),
      on: t.arg.string({ required: true, description: `The day of the change, in EDTF` }),
      citations: t.arg({
        type: [CitationInput],
        required: true,
        description: "The places that bear the new role out, at least one",
      }),
      ...ifRevisionArgument(t.arg),
      ...writeArguments(t.arg),
    },
    resolve: writing<ChangeRoleArguments>("editor", async ({ id, role, on, citations }, context) => {
      const node = await seek(["memberships"], { reference: id, path: "/id" }, context);
      if (isFault(node)) return { drafts: [], faults: [node] };
      const { key: _, attestedOn: _attestedOn, to, ...before } = jsonOf(node);
      const after = {
        ...before,
        role,
        from: on,
        ...(to === undefined ? {} : { to }),
        citations: withoutNulls(citations),
      };
      const key = (await freeKey(context.d1, "memberships", after)) ?? "";
      return {
        drafts: [
          { noun: "memberships", json: ended(jsonOf(node), on), id: node.id, place: { file: "", path: "/before" } },
          { noun: "memberships", json: { ...after, key }, isNew: true, place: { file: "", path: "/after" } },
        ],
        faults: [],
        base: node.revision,
        about: { noun: "memberships", name: key },
        places: {
          "/before/to": "/on",
          "/before": "/id",
          "/after/from": "/on",
          "/after/to": "/on",
          "/after/citations": "/citations",
          "/after/role": "/role",
          "/after": "/role",
        },
      };
    }),
  }),
}));
