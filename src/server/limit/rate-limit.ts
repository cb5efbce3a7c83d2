import type { GraphQLError } from "graphql";
import { coded } from "../http/error.ts";
import { withHttp } from "../http/http-refusal.ts";
import type { Settings } from "../settings.ts";
import { passes, type Shield, SHIELD_WINDOW_S } from "./shield.ts";
import { tokenBuckets } from "./token-bucket.ts";

/** Headers, or why it may not be. */
export type Spent = Record<string, string> | GraphQLError;

interface Spending {
  client: string;
  cost: number;
  isMutation: boolean;
  now: number;
}

/**
 * Has a client spend the cost of a request now. Gives the headers of draft-ietf-httpapi-ratelimit-headers-10, or the error,
 * with its status and headers, where it may not. Where the shield cannot be asked, reads go on and writes wait.
 */
export function rateLimit({ budget, budgetPerMinute }: Pick<Settings, "budget" | "budgetPerMinute">) {
  const take = tokenBuckets(budget, budgetPerMinute);
  const policy = `"cost";q=${budget};w=${Math.ceil((budget / budgetPerMinute) * 60)}`;

  function spend(spending: Spending): Spent {
    if (budget === 0) return {};
    const { isEnough, remaining, seconds } = take(spending.client, spending.cost, spending.now);
    const headers = { "ratelimit-policy": policy, ratelimit: `"cost";r=${remaining};t=${seconds}` };
    if (isEnough) return headers;
    return refusal(`The request costs ${spending.cost}, and ${remaining} is left of your budget`, seconds, headers);
  }

  return (shield: Shield | undefined, spending: Spending): Spent | Promise<Spent> => {
    if (shield === undefined) return spend(spending);
    return passes(shield, spending.client).then((verdict) => {
      if (verdict === false) return refusal("Too many requests", SHIELD_WINDOW_S, {});
      if (verdict !== null || !spending.isMutation) return spend(spending);
      const error = coded("UNAVAILABLE", "Changes cannot be taken just now: try again");
      return withHttp(error, 503, { "retry-after": "1" });
    });
  };
}

/** Has a client spend from its budget. */
export type Spend = ReturnType<typeof rateLimit>;

function refusal(reason: string, seconds: number, headers: Record<string, string>): GraphQLError {
  const error = coded("RATE_LIMITED", `${reason}: try again in ${seconds} s`);
  return withHttp(error, 429, { ...headers, "retry-after": String(seconds) });
}

/**
 * Whose budget a request is paid from: that of the token's subject, else of the address that Cloudflare saw. A network
 * of IPv6 counts as one, since whoever has an address has 2^64 of them. Other headers can be forged and are not read.
 */
export function clientOf(subject: string | null, headers: Headers): string {
  if (subject !== null) return `subject ${subject}`;
  const address = headers.get("cf-connecting-ip") ?? "unknown";
  return `address ${address.includes(":") ? networkOf(address) : address}`;
}

/** The first 64 bits of an IPv6 address. */
function networkOf(address: string): string {
  const [head, tail] = address.split("::") as [string, string?];
  const groups = head.split(":");
  if (tail !== undefined) {
    const after = tail === "" ? [] : tail.split(":");
    while (groups.length + after.length < 8) groups.push("0");
    groups.push(...after);
  }
  return groups.slice(0, 4).join(":");
}
