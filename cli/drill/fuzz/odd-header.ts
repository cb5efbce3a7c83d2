import type { Draw } from "../../../test/random/draw.ts";
import { damagedBytes } from "./damaged-text.ts";
import { hostileTexts } from "./hostile-text.ts";
import { type FuzzRequest, got, headerText, posted } from "./request.ts";

const METHODS = ["GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS", "PROPFIND", "REPORT", "LOCK"];
const TYPES = [
  ["application/json", "application/json; charset=utf-8", "APPLICATION/JSON", "application/json;charset=utf-16"],
  ["text/plain", "application/graphql", "application/x-www-form-urlencoded", "multipart/form-data; boundary=a"],
  ["application/xml", "", ";", "application/json, text/html", "application/vnd.api+json"],
].flat();
const ACCEPTS = [
  ["*/*", "application/json", "application/graphql-response+json", "text/html", "text/event-stream", "", ",", ";q=1"],
  ["application/json;q=0", "application/json;q=x", "application/*;q=0.5, text/html", "multipart/mixed"],
].flat();
const NAMES = [
  ["entente-revision", "entente-bookmark", "if-none-match", "x-request-id", "origin", "x-forwarded-for", "range"],
  ["x-forwarded-proto", "cf-connecting-ip", "content-encoding", "cookie", "forwarded", "te"],
  ["x-http-method-override", "x-original-url", "if-modified-since", "cache-control", "accept-language"],
].flat();

/** A request that is good but for its method, media types or headers. */
export function oddHeaders(draw: Draw, body: object, token: string): FuzzRequest {
  const { oneOf, chance, several } = draw;
  const good = posted("header", body);
  const request = chance(40) ? got(good, { ...body }) : good;
  const headers: Record<string, string> = { ...request.headers };
  const values = ["*", "1", "2", "99999999", '"x"', "null", "gzip", "identity;q=0", "bytes=0-1", "0".repeat(36)];
  several(0, 3, () => (headers[oneOf(NAMES)] = headerText(chance(50) ? oneOf(values) : oneOf(hostileTexts))));
  if (chance(25)) headers["content-type"] = oneOf(TYPES);
  if (chance(25)) headers["accept"] = oneOf(ACCEPTS);
  if (chance(25)) {
    const tokens = [
      `Bearer ${damagedBytes(draw, token).toString("latin1")}`,
      `bearer  ${token}`,
      "Bearer",
      "Basic YTpi",
    ];
    headers["authorization"] = headerText(oneOf([...tokens, ...hostileTexts]));
  }
  const method = chance(40) ? oneOf(METHODS) : request.method;
  return { ...request, method, headers, body: method === "GET" || method === "HEAD" ? null : request.body };
}
