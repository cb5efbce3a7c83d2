import { expect, it } from "vitest";
import { isWebUrl } from "../../src/domain/web-url.ts";

it.each(["https://www.mofa.go.jp/a", "http://example.org", "HTTPS://EXAMPLE.ORG/"])("%s is an address", (text) =>
  expect(isWebUrl(text)).toBe(true),
);

it.each([
  "",
  "example.org",
  "/a",
  "ftp://example.org",
  "javascript:alert(1)",
  "xhttps://example.org",
  "httpsx://example.org",
  "https://ada@example.org",
  "https://:secret@example.org",
  "https://ada:secret@example.org",
])("%j is none", (text) => expect(isWebUrl(text)).toBe(false));
