import { describe, expect, it } from "vitest";
import { readText } from "../../../src/server/limit/body-limit.ts";

const post = (body: BodyInit | null, headers: Record<string, string> = {}) =>
  new Request("http://localhost/graphql", { method: "POST", body, headers });

const inPieces = (...pieces: (string | Uint8Array)[]) =>
  post(
    new ReadableStream({
      start: (controller) => {
        for (const piece of pieces) {
          controller.enqueue(typeof piece === "string" ? new TextEncoder().encode(piece) : piece);
        }
        controller.close();
      },
    }),
  );

const tooLong = { name: "HttpRefusal", status: 413, message: "The body is longer than 10 bytes" };

describe("a body whose length is told", () => {
  it("is read up to the limit", async () => {
    expect(await readText(post("0123456789", { "content-length": "10" }), 10)).toBe("0123456789");
  });

  it("is not read where it is longer", async () => {
    const request = post("0123456789a", { "content-length": "11" });
    await expect(readText(request, 10)).rejects.toMatchObject(tooLong);
    expect(request.bodyUsed).toBe(false);
  });
});

describe("a body whose length is not told", () => {
  it("is read piece by piece, up to the limit", async () => {
    expect(await readText(inPieces("01234", "5678", "9"), 10)).toBe("0123456789");
    await expect(readText(inPieces("01234", "56789", "a"), 10)).rejects.toMatchObject(tooLong);
    await expect(readText(inPieces("ééé", "ééé"), 10)).rejects.toMatchObject(tooLong);
  });

  it("may have a character in two pieces", async () => {
    expect(await readText(inPieces(Uint8Array.of(0xc3), Uint8Array.of(0xa9)), 10)).toBe("é");
  });

  it("may be none", async () => {
    expect(await readText(post(null), 10)).toBe("");
  });
});

describe.each([
  ["whose length is told", (bytes: Uint8Array<ArrayBuffer>) => post(bytes, { "content-length": `${bytes.length}` })],
  ["whose length is not told", (bytes: Uint8Array<ArrayBuffer>) => inPieces(bytes)],
])("the text of a body %s", (_, send) => {
  const textOf = (...pieces: (string | number)[]) =>
    readText(send(Buffer.concat(pieces.map((piece) => Buffer.from(typeof piece === "string" ? piece : [piece])))), 99);

  it("is without the mark that it may begin with", async () => {
    expect(await textOf("\ufeff{}")).toBe("{}");
  });

  it("is of any characters", async () => {
    expect(await textOf("{ é 日 😀 \0 \ufffd \uffff }")).toBe("{ é 日 😀 \0 \ufffd \uffff }");
  });

  it("is UTF-8, or refused", async () => {
    const refusal = { name: "HttpRefusal", status: 400, message: "The body is not UTF-8" };
    await expect(textOf("{", 0xff)).rejects.toMatchObject(refusal);
    await expect(textOf("{", 0xf0, 0x9f, 0x98, "}")).rejects.toMatchObject(refusal);
    await expect(textOf(0xed, 0xa0, 0x80)).rejects.toMatchObject(refusal);
  });
});
