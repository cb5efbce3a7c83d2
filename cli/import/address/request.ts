import { once } from "node:events";
import { type IncomingMessage, request as httpRequest } from "node:http";
import { request as httpsRequest } from "node:https";
import { SourceError } from "../file/source.ts";
import { addressOf, type AddressRules, shown } from "./address.ts";

const REDIRECTS = new Set([301, 302, 303, 307, 308]);
const MOST_REDIRECTS = 5;

export interface RequestRules extends AddressRules {
  /** Hosts that a redirect may lead to, beside that of the address. */
  follow?: readonly string[] | undefined;
  /** How long a server may be silent, in milliseconds. */
  silence: number;
  /** Ends it after a time, however much comes. */
  signal: AbortSignal;
}

/** The answer of status 200 to an address, and the address that it came from after redirects. */
export interface Answer {
  address: URL;
  message: IncomingMessage;
}

/**
 * Asks for a file. Its bytes are taken as they are sent, so that a file that is gzip stays one.
 * @throws SourceError where there is no file, or it is on another host that nobody has named
 */
export async function requested(first: URL, rules: RequestRules): Promise<Answer> {
  let address = first;
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects += 1) {
    const message = await answered(address, rules);
    const { statusCode = 0, headers } = message;
    if (statusCode === 200) return { address, message };
    message.destroy();
    if (!REDIRECTS.has(statusCode)) throw new SourceError(`${shown(address)} ${whyNot(statusCode)}`);
    address = redirected(address, headers.location, rules);
  }
  throw new SourceError(`${shown(first)} leads on more than ${MOST_REDIRECTS} times: give the address that it ends at`);
}

async function answered(address: URL, { silence, signal }: RequestRules): Promise<IncomingMessage> {
  const request = (address.protocol === "https:" ? httpsRequest : httpRequest)(address, {
    headers: { accept: "*/*", "accept-encoding": "gzip", "user-agent": "entente" },
    agent: false,
    signal,
  });
  let message: IncomingMessage | undefined;
  request.setTimeout(silence, () => (message ?? request).destroy(new Error(`nothing came for ${silence / 1000} s`)));
  request.end();
  try {
    [message] = (await once(request, "response")) as [IncomingMessage];
    return message;
  } catch (error) {
    throw new SourceError(`${shown(address)} does not answer: ${(error as Error).message}`, { cause: error });
  }
}

function redirected(from: URL, location: string | undefined, { follow = [], overHttp }: RequestRules): URL {
  const target = location === undefined ? null : URL.parse(location, from);
  if (target === null) throw new SourceError(`${shown(from)} leads on to no address`);
  const to = addressOf(target.href, { overHttp });
  if (from.protocol === "https:" && to.protocol === "http:") {
    throw new SourceError(`${shown(from)} leads on from https to http, to ${shown(to)}: that is not followed`);
  }
  const isUpgrade = from.hostname === to.hostname && from.port === "" && to.port === "";
  if (from.host !== to.host && !isUpgrade && !follow.includes(to.host)) {
    throw new SourceError(
      `${shown(from)} leads on to another host, ${shown(to)}: give that address, or --follow ${to.host}`,
    );
  }
  return to;
}

function whyNot(status: number): string {
  if (status === 401 || status === 403 || status === 407)
    return `answers with ${status}: it asks who you are. Download the file, and import that`;
  if (status === 404 || status === 410)
    return `answers with ${status}: there is no file. See whether the address is right`;
  if (status === 429 || status >= 500) return `answers with ${status}: try again later`;
  return `answers with ${status}, and not with a file`;
}
