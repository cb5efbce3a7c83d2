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

describe("a body that is compressed", () => {
  const packed = async (text: string, format: CompressionFormat) =>
    new Response(new Response(text).body!.pipeThrough(new CompressionStream(format))).arrayBuffer();
  const coded = (body: BodyInit, coding: string) => post(body, { "content-encoding": coding });

  it.each<[string, CompressionFormat]>([
    ["gzip", "gzip"],
    ["GZIP ", "gzip"],
    ["x-gzip", "gzip"],
    ["deflate", "deflate"],
  ])("is decoded: %s", async (coding, format) => {
    expect(await readText(coded(await packed("sakura: 桜", format), coding), 100)).toBe("sakura: 桜");
  });

  it.each(["identity", ""])("is read as it is where it says %j", async (coding) => {
    expect(await readText(coded("{}", coding), 10)).toBe("{}");
  });

  it("is decoded no further than the limit", async () => {
    const small = await packed(" ".repeat(1_000_000), "gzip");
    expect(small.byteLength).toBeLessThan(2_000);
    await expect(readText(coded(small, "gzip"), 2_000)).rejects.toMatchObject({
      status: 413,
      message: "The body is longer than 2000 bytes",
    });
    const told = post(small, { "content-encoding": "gzip", "content-length": "5000" });
    await expect(readText(told, 2_000)).rejects.toMatchObject({ status: 413 });
  });

  it.each(["br", "zstd", "compress", "gzip, gzip", "aws-chunked"])(
    "in %s is refused with what is read",
    async (coding) => {
      await expect(readText(coded("{}", coding), 100)).rejects.toMatchObject({
        status: 415,
        headers: { "accept-encoding": "gzip, deflate" },
      });
    },
  );

  it("that is no gzip, or cut off, is refused", async () => {
    const whole = await packed("{}", "gzip");
    for (const damaged of ["{}", whole.slice(0, -4), whole.slice(0, 12), ""]) {
      await expect(readText(coded(damaged, "gzip"), 100)).rejects.toMatchObject({ status: 400 });
    }
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
