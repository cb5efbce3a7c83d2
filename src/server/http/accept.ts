export const JSON_TYPE = "application/json";
export const RESPONSE_TYPE = "application/graphql-response+json";
export const EVENT_TYPE = "text/event-stream";
const HTML_TYPE = "text/html";

export type MediaType = typeof JSON_TYPE | typeof RESPONSE_TYPE;

/** What a client takes, as its Accept says (RFC 9110, 12.5.1). */
export interface Accepted {
  /** Which of the two media types of an answer it prefers; null where it takes neither. */
  mediaType: MediaType | null;
  /** Whether it takes server-sent events. */
  takesEvents: boolean;
  /** Whether a query is to be answered by events, since JSON is taken less gladly or not at all. */
  prefersEvents: boolean;
  /** Whether it would rather have a page than either: a browser that a person has sent here. */
  prefersPage: boolean;
}

interface Range {
  type: string;
  weight: number;
}

const UTF_8 = /^"?utf-?8"?$/;
const only = (mediaType: MediaType, takesEvents: boolean): Accepted => ({
  mediaType,
  takesEvents,
  prefersEvents: false,
  prefersPage: false,
});
const ANYTHING = only(JSON_TYPE, true);
const USUAL = new Map([
  ["*/*", ANYTHING],
  [JSON_TYPE, only(JSON_TYPE, false)],
  [RESPONSE_TYPE, only(RESPONSE_TYPE, false)],
]);

/** Reads an Accept; null stands for a request without one, which takes anything. */
export function acceptedOf(accept: string | null): Accepted {
  if (accept === null) return ANYTHING;
  const usual = USUAL.get(accept);
  if (usual !== undefined) return usual;
  const ranges = accept.toLowerCase().split(",").flatMap(read);
  const best = preferred(ranges);
  const mediaType = best?.type ?? null;
  const json = best?.weight ?? 0;
  const events = weightOf(ranges, [EVENT_TYPE, "text/*", "*/*"]);
  const takesEvents = events > 0;
  const page = weightOf(ranges, [HTML_TYPE]);
  return { mediaType, takesEvents, prefersEvents: events > json, prefersPage: page > json && page >= events };
}

/**
 * The media type that the client prefers of the two that there are; JSON where it takes anything; null where it takes
 * neither. Of types of one weight, the one that comes first by its name.
 */
export function mediaTypeOf(accept: string | null): MediaType | null {
  return acceptedOf(accept).mediaType;
}

function preferred(ranges: readonly Range[]): { type: MediaType; weight: number } | undefined {
  const wanted = ([JSON_TYPE, RESPONSE_TYPE] as const).flatMap((type) => {
    const index = indexOf(ranges, [type, "application/*", "*/*"]);
    const { type: name, weight } = ranges[index] ?? { type, weight: 0 };
    return weight > 0 ? [{ type, index: name === type ? index : ranges.length, weight }] : [];
  });
  return wanted.toSorted((a, b) => b.weight - a.weight || a.index - b.index)[0];
}

function weightOf(ranges: readonly Range[], names: readonly string[]): number {
  return ranges[indexOf(ranges, names)]?.weight ?? 0;
}

/** Where the first range is that has the most exact of the names that any range has. */
function indexOf(ranges: readonly Range[], names: readonly string[]): number {
  const exact = names.find((name) => ranges.some(({ type }) => type === name));
  return ranges.findIndex(({ type }) => type === exact);
}

/** A range in another charset is none for us. */
function read(text: string): Range[] {
  const [type, ...parameters] = text.split(";").map((part) => part.trim()) as [string, ...string[]];
  let weight = 1;
  for (const parameter of parameters) {
    const [name, value = ""] = parameter.split("=").map((part) => part.trim());
    if (name === "q") weight = Number(value);
    if (name === "charset" && !UTF_8.test(value)) return [];
  }
  return [{ type, weight: weight >= 0 && weight <= 1 ? weight : 0 }];
}
