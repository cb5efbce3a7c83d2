import type { InferInput } from "valibot";
import type { statusInput } from "../../src/nouns/alliance-status.ts";
import type { nouns } from "../../src/nouns/index.ts";
import type { membershipInput } from "../../src/nouns/membership.ts";
import type { obligationInput } from "../../src/nouns/obligation.ts";
import type { Exported } from "../../src/changes/export.ts";

type Input = {
  [N in Exported]?: (InferInput<(typeof nouns)[N]["input"]> & (N extends "alliances" ? Facts : unknown))[];
};
interface Facts {
  statuses?: InferInput<typeof statusInput>[];
  memberships?: InferInput<typeof membershipInput>[];
  obligations?: InferInput<typeof obligationInput>[];
}

/** A small change set with one of each noun, made anew at each call so that a test can spoil it. */
export function raa() {
  return {
    actors: [
      { slug: "fumio-kishida", type: "PERSON", name: "Fumio Kishida", country: "japan" },
      {
        slug: "japan",
        type: "STATE",
        name: "Japan",
        aliases: [{ name: "日本", language: "ja", sort: "NATIVE" }],
        isoAlpha2: "JP",
        isoAlpha3: "JPN",
        identifiers: [{ scheme: "wikidata", value: "Q17" }],
      },
      { slug: "australia", type: "STATE", name: "Australia", isoAlpha2: "AU" },
      { slug: "nikkei", type: "ORGANIZATION", name: "Nikkei", organizationType: "MEDIA", country: "japan" },
    ],
    articles: [{ slug: "mofa-raa", title: "[Signing of the RAA]", publishedOn: "2022-01-06", language: "en" }],
    offices: [
      {
        key: "kishida/prime-minister",
        title: "Prime Minister of Japan",
        person: "fumio-kishida",
        body: "japan",
        from: "2021-10-04",
        to: "2024-10-01",
        citations: [{ article: "mofa-raa" }],
      },
    ],
    alliances: [
      {
        slug: "japan-australia-raa",
        name: "Japan–Australia Reciprocal Access Agreement",
        kind: "RECIPROCAL_ACCESS",
        statuses: [
          { code: "SIGNED", from: "2022-01-06", to: "2023-08-13", citations: [{ article: "mofa-raa" }] },
          { code: "IN_FORCE", from: "2023-08-13", citations: [{ article: "mofa-raa" }] },
        ],
        memberships: [
          { actor: "japan", role: "MEMBER", from: "2022-01-06", citations: [{ article: "mofa-raa" }] },
          { actor: "australia", role: "MEMBER", from: "2022-01-06", citations: [{ article: "mofa-raa" }] },
        ],
      },
    ],
    events: [
      {
        key: "raa-signing",
        kind: "SIGNING",
        title: "Japan and Australia sign",
        date: "2022-01-06",
        alliance: "japan-australia-raa",
        participants: [{ actor: "fumio-kishida", role: "SIGNATORY" }],
        citations: [{ article: "mofa-raa" }],
      },
    ],
    statements: [
      {
        key: "nikkei-raa-effects",
        form: "QUOTE",
        text: "faster deployment",
        language: "en",
        speaker: "nikkei",
        event: "raa-signing",
        article: "mofa-raa",
        targets: [{ alliance: "japan-australia-raa", stance: "NEUTRAL" }],
        citations: [{ article: "mofa-raa", exact: "faster deployment", start: 12 }],
      },
    ],
  } satisfies Input;
}
