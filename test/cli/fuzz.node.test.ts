import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, it } from "vitest";
import { kinds, posted } from "../../cli/drill/fuzz/request.ts";
import { CODES, faultsOf } from "../../cli/drill/fuzz/rule.ts";

const root = join(import.meta.dirname, "../..");

it("whatever is asked, no answer is 5xx, late, malformed, without a known code, or tells of what is inside", () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["cli/drill/fuzz.ts", "800", "--seed", "20261124"], {
    cwd: root,
    encoding: "utf8",
  });
  expect(stderr).toBe("");
  expect(status).toBe(0);
  expect(stdout).toContain("800 requests, 0 faults");
  // Else all this could be about one sort of request, refused at the door.
  for (const code of CODES) expect(stdout).toContain(code);
  for (const number of [204, 400, 401, 404, 405, 406, 413, 415]) expect(stdout).toMatch(new RegExp(` ${number} `));
  for (const kind of kinds) expect(stdout).toMatch(new RegExp(`^${kind} +\\d`, "m"));
  for (const kind of ["document", "argument", "mutation", "batch", "events", "cursor", "header", "path"])
    expect(stdout).toMatch(new RegExp(`^${kind} +200 +\\d`, "m"));
}, 1_800_000);

const headers = { "cache-control": "no-store", "x-request-id": "a" };
const told = (extensions: object, message = "What is wrong") => JSON.stringify({ errors: [{ message, extensions }] });
const answer = (body: string, status = 200, type = "application/json") => ({
  status,
  type,
  headers,
  body,
  milliseconds: 1,
});

it.each<[string, ReturnType<typeof answer>, string]>([
  ["a status of 500", answer(told({ code: "BAD_REQUEST" }), 500), "status 500"],
  ["a failure that is 200", answer(told({ code: "INTERNAL_SERVER_ERROR" })), "has the code INTERNAL_SERVER_ERROR"],
  ["an error without a code", answer(told({})), "has the code undefined"],
  ["an error without a message", answer(told({ code: "BAD_REQUEST" }, "")), "has an error without a message"],
  ["half an answer", answer('{"data":{'), "is no JSON"],
  ["neither data nor errors", answer("{}"), "has neither data nor errors"],
  ["a page", answer("<html>", 200, "text/html"), "is text/html"],
  ["D1's own words", answer(told({ code: "BAD_REQUEST" }, "D1_ERROR: x")), 'leaks "D1_"'],
  ["SQL", answer(told({ code: "BAD_REQUEST" }, `select "id" from "actors"`)), "leaks"],
  ["a stack", answer(told({ code: "BAD_REQUEST" }, "at read (worker.js:12:34)")), "leaks"],
  ["a file", answer(told({ code: "BAD_REQUEST" }, "in src/server/http/error.ts:12")), "leaks"],
  ["a mistake of ours", answer(told({ code: "BAD_REQUEST" }, "TypeError: x is not a function")), "leaks"],
])("finds fault with %s", (_, given, fault) => {
  expect(faultsOf(posted("document", {}), given).join(", ")).toContain(fault);
});

it("finds fault with events that nobody wanted, or that do not end", () => {
  const events = answer(`:\n\nevent: next\ndata: {"data":{"a":1}}\n\n`, 200, "text/event-stream");
  expect(faultsOf(posted("document", {}), events)).toEqual(["is text/event-stream"]);
  const wanted = posted("events", {}, { accept: "text/event-stream" });
  expect(faultsOf(wanted, events)).toEqual(["is no JSON"]);
  const whole = `${events.body}event: complete\ndata:\n\n`;
  expect(faultsOf(wanted, { ...events, body: whole })).toEqual([]);
  // A line of an event ends at no other character than these two: U+2028 may stand in a text.
  expect(faultsOf(wanted, { ...events, body: whole.replace("1", '"\u2028"') })).toEqual([]);
});

it("finds fault with one answer of a batch", () => {
  const batch = answer(`[{"data":{"a":1}},{}]`);
  expect(faultsOf(posted("batch", []), batch)).toEqual(["has neither data nor errors"]);
});

it("finds no fault with an answer, or a refusal", () => {
  const request = posted("document", {});
  expect(faultsOf(request, answer('{"data":{"a":1}}'))).toEqual([]);
  expect(faultsOf(request, answer(told({ code: "BAD_REQUEST" }, "Give a slug"), 400))).toEqual([]);
});
