import type { BaseIssue } from "valibot";

const WORDS: Readonly<Record<string, string>> = {
  string: "a text",
  number: "a number",
  boolean: "true or false",
  Array: "a list",
  Object: "an object",
};

/** What Valibot found, in plain words. Our own messages stand as they are. */
export function issueMessage(issue: BaseIssue<unknown>): string {
  if (!issue.message.startsWith("Invalid ")) return issue.message;
  if (issue.expected === "never") return "is not a field here";
  if (issue.received === "undefined") return "is missing";
  const wanted =
    issue.expected === null
      ? ""
      : issue.expected
          .split(" | ")
          .map((type) => WORDS[type] ?? type)
          .join(" or ");
  return wanted === ""
    ? issue.message
    : `must be ${wanted.replace(/[()]/g, "")}, not ${WORDS[issue.received] ?? issue.received}`;
}
