import { beforeAll, describe, expect, it } from "vitest";
import page from "../../docs/requests.md?raw";
import { fetchNoting } from "../ask.ts";
import { loadDataset } from "../load-dataset.ts";

beforeAll(loadDataset);

/** A command of the page, with the answer that is printed beneath it. */
const EXAMPLE = /```sh\n(?<command>curl [^`]*)```\n\n```(?:json)?\n(?<answer>[^`]*)```/g;
const HEADER = /-H '(?<name>[^:']+): (?<value>[^']*)'/g;
const examples = [...page.matchAll(EXAMPLE)].map(({ groups }) => [groups!["command"]!, groups!["answer"]!] as const);

function requestOf(command: string): Request {
  const url = /http:\S+/.exec(command)![0].replaceAll("'", "");
  const headers = [...command.matchAll(HEADER)].map(({ groups }) => [groups!["name"]!, groups!["value"]!]);
  const body = / -d '(?<body>[^']*)'/.exec(command)?.groups?.["body"] ?? null;
  return new Request(url, { method: body === null ? "GET" : "POST", headers: headers as [string, string][], body });
}

describe("docs/requests.md", () => {
  it("has examples", () => {
    expect(examples.length).toBeGreaterThanOrEqual(2);
  });

  it.each(examples)("prints what is answered to %s", async (command, answer) => {
    const { response } = await fetchNoting(requestOf(command));
    // JSON is laid out on the page.
    const laidOut = (text: string) =>
      (text.startsWith("[") || text.startsWith("{") ? JSON.parse(text) : text) as unknown;
    expect(laidOut(await response.text())).toEqual(laidOut(answer));
  });
});
