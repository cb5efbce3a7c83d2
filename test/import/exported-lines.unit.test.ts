import { afterEach, describe, expect, it, vi } from "vitest";
import { exportedLines } from "../../cli/import/destination/service.ts";
import { SourceError } from "../../cli/import/file/source.ts";

afterEach(() => void vi.unstubAllGlobals());

const base = new URL("http://entente.test/");

async function linesOf(body: BodyInit): Promise<string[]> {
  vi.stubGlobal("fetch", () => Promise.resolve(new Response(body)));
  const lines: string[] = [];
  for await (const line of exportedLines({ base }, "actors")) lines.push(line);
  return lines;
}

describe("the lines of an export that a service gives", () => {
  it("are its entries", async () => {
    expect(await linesOf('{"slug":"ada"}\n{"slug":"bo"}\n')).toEqual(['{"slug":"ada"}', '{"slug":"bo"}']);
  });

  it("are told of by number where one is none: asking again would not help", async () => {
    const read = linesOf(Buffer.from('{"slug":"ada"}\n{"slug":"b\xF4"}\n', "latin1"));
    await expect(read).rejects.toThrow(
      new SourceError("http://entente.test/export/actors.ndjson: line 2 is not UTF-8"),
    );
  });

  it("are asked for again where they break off", async () => {
    const broken = new ReadableStream({
      pull(controller) {
        controller.error(new Error("reset"));
      },
    });
    await expect(linesOf(broken)).rejects.toThrow(
      new SourceError("http://entente.test/export/actors.ndjson broke off: try again"),
    );
  });
});
