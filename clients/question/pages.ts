import { parse } from "graphql";
import { rawAnswer } from "../service/raw-answer.ts";
import { withIds } from "./as-sent.ts";

/** NATO had members on it that were certain, and others that were not. */
export const DAY = "2022-05-07";

/** A page of NATO's members of the day. */
export const page = withIds({
  name: "Page",
  document: parse(
    `query Page($first: Int = 10, $after: String) {
      alliance(slug: "nato") {
        members(asOf: "${DAY}", first: $first, after: $after) {
          edges { cursor certainty node { name } membership { certainty(asOf: "${DAY}") } }
          pageInfo { hasNextPage endCursor }
        }
      }
    }`,
    { noLocation: true },
  ),
  variables: {},
});

export interface MembersAnswer {
  alliance: {
    id: string;
    members: {
      edges: readonly { cursor: string; certainty: string; node: { name: string } }[];
      pageInfo: { hasNextPage: boolean; endCursor: string };
    };
  };
}

/** What the service says at once, where pages are not asked for. */
export async function wholeList(address: string): Promise<MembersAnswer["alliance"]> {
  const { alliance } = (await rawAnswer(address, { ...page, variables: { first: 100 } })) as MembersAnswer;
  return alliance;
}
