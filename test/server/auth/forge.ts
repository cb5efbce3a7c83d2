import { createHmac } from "node:crypto";

export const encodePart = (value: unknown) =>
  Buffer.from(typeof value === "string" ? value : JSON.stringify(value)).toString("base64url");

/** A token written by hand. */
export function forge(header: unknown, claims: unknown, signature = "AAAA"): string {
  return `${encodePart(header)}.${encodePart(claims)}.${signature}`;
}

/** A token signed with a secret, which is whatever the forger has taken for one. */
export function forgeHmac(header: object, claims: unknown, secret: string): string {
  const signed = `${encodePart({ ...header, alg: "HS256" })}.${encodePart(claims)}`;
  return `${signed}.${createHmac("sha256", secret).update(signed).digest("base64url")}`;
}

/** The token with one of its three parts changed. */
export function altered(token: string, part: 0 | 1 | 2, change: (part: string) => string): string {
  return token
    .split(".")
    .map((text, index) => (index === part ? change(text) : text))
    .join(".");
}

/** The part with one bit of its tenth byte flipped. */
export function flipped(part: string): string {
  const bytes = Buffer.from(part, "base64url");
  bytes[9]! ^= 1;
  return bytes.toString("base64url");
}
