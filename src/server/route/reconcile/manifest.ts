import { ACTOR, actorTypes, entityTypes } from "../../../domain/reconcile/entity-type.ts";
import type { Pin } from "../../cache/pinned-revision.ts";
import { PREVIEW_SIZE } from "./page.ts";
import { MOST_QUERIES } from "./query-batch.ts";

/** The path under which all of the service is. */
export const BASE = "/reconcile";

const broader: ReadonlySet<string> = new Set(actorTypes);

/** A type as answers have it. */
export function typed(id: string) {
  return { id, name: id };
}

/** The parameters that pin an address to what another was pinned to: of a number alone a restore can make another revision. */
export function pinTold({ revision, lineage }: Pin): Record<string, string> {
  return revision === null || lineage === null ? {} : { revision: String(revision), lineage };
}

/** The service manifest, with addresses that ask for the revision that it was asked for. */
export function manifest(name: string, origin: string, pinned: Pin) {
  const pin = Object.entries(pinTold(pinned))
    .map(([parameter, value]) => `&${parameter}=${value}`)
    .join("");
  return {
    versions: ["0.2"],
    name,
    identifierSpace: `${origin}/graphql#id`,
    schemaSpace: `${origin}/graphql#type`,
    defaultTypes: entityTypes.map((type) => ({
      ...typed(type),
      ...(broader.has(type) ? { broader: [typed(ACTOR)] } : {}),
    })),
    view: { url: `${origin}${BASE}/view?id={{id}}${pin}` },
    preview: { url: `${origin}${BASE}/preview?id={{id}}${pin}`, ...PREVIEW_SIZE },
    suggest: Object.fromEntries(["entity", "type", "property"].map((sort) => [sort, suggestService(origin, sort)])),
    extend: {
      propose_properties: { service_url: origin, service_path: `${BASE}/properties` },
      property_settings: propertySettings,
    },
    batchSize: MOST_QUERIES,
  };
}

function suggestService(origin: string, sort: string) {
  return {
    service_url: origin,
    service_path: `${BASE}/suggest/${sort}`,
    flyout_service_url: origin,
    flyout_service_path: `${BASE}/flyout/${sort}?id=\${id}`,
  };
}

const propertySettings = [
  {
    type: "text",
    name: "asOf",
    label: "As of the day",
    default: "",
    help_text:
      "The day that members, alliances, partners, offices and the status are asked for, such as 2022-05-07; today (UTC) when left empty",
  },
  {
    type: "select",
    name: "certainty",
    label: "Certainty",
    default: "POSSIBLE",
    help_text: "Where dates are uncertain",
    choices: [
      { value: "POSSIBLE", name: "All that may hold on the day" },
      { value: "CERTAIN", name: "Only what holds for certain" },
    ],
  },
];
