/** What workerd writes a body in, where `Content-Encoding` of a `Response` names it. */
export type Coding = "br" | "gzip";

/** How a client takes the body of an answer (RFC 9110, 12.5.3). */
export interface Codings {
  /** Null where it takes none of those that there are. */
  readonly coding: Coding | null;
  /** How long a body is, in characters, from which it is coded: what is shorter gains nothing. */
  readonly from: number;
}

const USUAL_FROM = 1000;
const NONE: Codings = { coding: null, from: Infinity };
const CODINGS = [
  { coding: "gzip", names: ["gzip", "x-gzip"] },
  { coding: "br", names: ["br"] },
] as const;

/**
 * How the client of a request takes the body. Cloudflare puts what it takes itself into the header, and keeps what the client said
 * in `cf`.
 */
export function codingsOf(request: Request): Codings {
  const { cf } = request as { cf?: { clientAcceptEncoding?: unknown } };
  const said = cf?.clientAcceptEncoding ?? request.headers.get("accept-encoding");
  return typeof said === "string" && said !== "" ? codingsIn(said) : NONE;
}

/** Reads an Accept-Encoding. Of two codings that are taken as gladly it is gzip, which takes less time. */
export function codingsIn(accept: string): Codings {
  const weights = new Map(accept.toLowerCase().split(",").map(weighted));
  const anything = weights.get("*") ?? 0;
  const weightOf = (names: readonly string[]) =>
    names.map((name) => weights.get(name)).find((one) => one !== undefined);
  const [best] = CODINGS.map(({ coding, names }) => ({ coding, weight: weightOf(names) ?? anything })).toSorted(
    (a, b) => b.weight - a.weight,
  ) as [{ coding: Coding; weight: number }];
  // What is as it is is taken unless it is refused by name, or by `*`, with the weight 0.
  const plain = weights.get("identity") ?? (weights.get("*") === 0 ? 0 : undefined);
  if (best.weight === 0 || (plain !== undefined && plain > best.weight)) return NONE;
  return { coding: best.coding, from: plain === 0 ? 0 : USUAL_FROM };
}

/** A weight that is none is 0: rather no coding than one that is not taken. */
function weighted(element: string): [string, number] {
  const [name = "", ...parameters] = element.split(";").map((part) => part.trim());
  const given = parameters.find((one) => /^q\s*=/.test(one));
  const weight = given === undefined ? 1 : Number(given.slice(given.indexOf("=") + 1));
  return [name, weight >= 0 && weight <= 1 ? weight : 0];
}

/** The headers of a text that is answered. It is coded by the runtime, piece by piece, when it is sent. */
export function codingHeaders({ coding, from }: Codings, length: number): Record<string, string> {
  return coding !== null && length >= from ? { "content-encoding": coding } : {};
}
