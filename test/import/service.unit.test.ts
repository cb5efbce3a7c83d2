import { afterEach, describe, expect, it, vi } from "vitest";
import { ask, exportedLines } from "../../cli/import/destination/service.ts";
import { SourceError } from "../../cli/import/file/source.ts";

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const base = new URL("http://entente.test/");
const EXPORT = "http://entente.test/export/actors.ndjson";

/** Has the service give one answer after the other, the last of them for ever. */
function answers(...given: (() => Response | Promise<Response>)[]) {
  const fetched = vi.fn<typeof fetch>(() => Promise.resolve((given.length > 1 ? given.shift()! : given[0]!)()));
  vi.stubGlobal("fetch", fetched);
  return fetched;
}

async function lines(): Promise<string[]> {
  const read: string[] = [];
  for await (const line of exportedLines({ base }, "actors")) read.push(line);
  return read;
}

function linesOf(body: () => BodyInit): Promise<string[]> {
  answers(() => new Response(body()));
  return lines();
}

function breakingAfter(...chunks: string[]): ReadableStream<Uint8Array> {
  return new ReadableStream({
    pull(controller) {
      const chunk = chunks.shift();
      if (chunk === undefined) controller.error(new Error("reset"));
      else controller.enqueue(new TextEncoder().encode(chunk));
    },
  });
}

describe("the lines of an export that a service gives", () => {
  it("are its entries", async () => {
    expect(await linesOf(() => '{"slug":"ada"}\n{"slug":"bo"}\n')).toEqual(['{"slug":"ada"}', '{"slug":"bo"}']);
    expect(await linesOf(() => "")).toEqual([]);
  });

  it("are told of by number where one is none: asking again would not help", async () => {
    const read = linesOf(() => Buffer.from('{"slug":"ada"}\n{"slug":"b\xF4"}\n', "latin1"));
    await expect(read).rejects.toThrow(new SourceError(`${EXPORT}: line 2 is not UTF-8`));
  });

  it.each([
    ["break off", () => breakingAfter('{"slug":"ada"}\n'), "broke off: try again"],
    ["end within a line", () => '{"slug":"ada"}\n{"sl', "ends within line 2: try again"],
  ])("are to be asked for again where they %s", async (_, body, told) => {
    await expect(linesOf(body)).rejects.toThrow(new SourceError(`${EXPORT} ${told}`));
  });

  it("are none where something else answers, which is asked once", async () => {
    const fetched = answers(() => new Response("Not here", { status: 404 }));
    await expect(lines()).rejects.toThrow(new SourceError(`${EXPORT} answers 404: is it Entente?`));
    expect(fetched).toHaveBeenCalledTimes(1);
  });
});

describe.each([
  {
    what: "an export",
    get: lines,
    right: () => new Response('{"slug":"ada"}\n'),
    given: ['{"slug":"ada"}'],
    url: EXPORT,
    told: "Come later",
  },
  {
    what: "a question",
    get: () => ask({ base, token: null }, "{ dataset { revision } }", {}),
    right: () => Response.json({ data: { dataset: { revision: 7 } } }),
    given: { dataset: { revision: 7 } },
    url: "http://entente.test/graphql",
    told: "503",
  },
])("$what that a service puts off", ({ get, right, given, url, told }) => {
  const putOff = (status: number, seconds: string) => () =>
    new Response("Come later\n", { status, headers: { "retry-after": seconds } });

  it.each([429, 503])("with %i is asked for again when it says, and no sooner", async (status) => {
    vi.useFakeTimers({ toFake: ["setTimeout"] });
    const fetched = answers(putOff(status, "7"), right);
    const got = get();
    await vi.advanceTimersByTimeAsync(6_999);
    expect(fetched).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(await got).toEqual(given);
    expect(fetched).toHaveBeenCalledTimes(2);
  });

  it("is asked for again where the connection is lost", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout"] });
    answers(() => Promise.reject(new TypeError("fetch failed", { cause: new Error("reset") })), right);
    const got = get();
    await vi.runAllTimersAsync();
    expect(await got).toEqual(given);
  });

  it("is given up after eight attempts, and the reason is told", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout"] });
    const fetched = answers(putOff(503, "2"));
    const [error] = await Promise.all([get().catch((error: unknown) => error), vi.runAllTimersAsync()]);
    expect(error).toEqual(new SourceError(`${url} does not answer: ${told}`));
    expect(fetched).toHaveBeenCalledTimes(8);
  });
});
