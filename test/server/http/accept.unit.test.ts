import { describe, expect, it } from "vitest";
import { mediaTypeOf } from "../../../src/server/http/accept.ts";

const JSON_TYPE = "application/json";
const RESPONSE_TYPE = "application/graphql-response+json";

describe("the media type of an answer", () => {
  it.each<[string | null, string | null]>([
    [null, JSON_TYPE],
    ["", null],
    ["*/*", JSON_TYPE],
    ["application/*", JSON_TYPE],
    ["APPLICATION/JSON", JSON_TYPE],
    [RESPONSE_TYPE, RESPONSE_TYPE],
    [`${RESPONSE_TYPE}, ${JSON_TYPE}`, RESPONSE_TYPE],
    [`${JSON_TYPE}, ${RESPONSE_TYPE}`, JSON_TYPE],
    [`${JSON_TYPE};q=0.5, ${RESPONSE_TYPE}`, RESPONSE_TYPE],
    [`${RESPONSE_TYPE};q=0.8, ${JSON_TYPE};q=0.9`, JSON_TYPE],
    [`${RESPONSE_TYPE}; charset=utf-8, ${JSON_TYPE}; charset=utf-8`, RESPONSE_TYPE],
    [`${RESPONSE_TYPE}; charset=iso-8859-1, ${JSON_TYPE}`, JSON_TYPE],
    [`${JSON_TYPE}; charset="UTF8"`, JSON_TYPE],
    [`${JSON_TYPE}; charset = utf-8; q = 0.5`, JSON_TYPE],
    [`${JSON_TYPE}; charset=x-utf-8`, null],
    [`${JSON_TYPE}; charset=utf-8x`, null],
    [`${JSON_TYPE};q=0, */*`, RESPONSE_TYPE],
    [`*/*, ${JSON_TYPE};q=0`, RESPONSE_TYPE],
    [`${JSON_TYPE};q=0, application/*;q=0.5`, RESPONSE_TYPE],
    [`${JSON_TYPE};q=0, ${RESPONSE_TYPE};q=0, */*`, null],
    [`${RESPONSE_TYPE};q=0, */*`, JSON_TYPE],
    [`${JSON_TYPE};q=0.1, */*;q=0.5`, RESPONSE_TYPE],
    [`*/*, ${JSON_TYPE}`, JSON_TYPE],
    [`*/*, ${RESPONSE_TYPE}`, RESPONSE_TYPE],
    ["*/*;q=0", null],
    ["application/json, text/plain, */*", JSON_TYPE],
    ["text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", JSON_TYPE],
    [`multipart/mixed;deferSpec=20220824,${RESPONSE_TYPE},${JSON_TYPE};q=0.9`, RESPONSE_TYPE],
    [`${RESPONSE_TYPE}, application/graphql+json, ${JSON_TYPE}, text/event-stream, multipart/mixed`, RESPONSE_TYPE],
    [`multipart/mixed;boundary=graphql;subscriptionSpec=1.0,${JSON_TYPE}`, JSON_TYPE],
    [`${JSON_TYPE};q=2`, null],
    [`${JSON_TYPE};q`, null],
    ["text/html, */*;q=0.1", JSON_TYPE],
    ["text/html", null],
  ])("for Accept %j is %j", (accept, type) => {
    expect(mediaTypeOf(accept)).toBe(type);
  });
});
