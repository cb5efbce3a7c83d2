import { HttpRefusal } from "../http/http-refusal.ts";

const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: false });

/** The codings that a body may have, as `DecompressionStream` calls them. HTTP's deflate has zlib's frame (RFC 9110, 8.4.1.2). */
const FORMATS = new Map<string, CompressionFormat>([
  ["gzip", "gzip"],
  ["x-gzip", "gzip"],
  ["deflate", "deflate"],
]);
const CODINGS = "gzip, deflate";

/**
 * The text of a request's body, which is read no further than its limit, in bytes, as it is sent and as it is decoded.
 * @throws HttpRefusal 413 for a longer one, 415 for one in another coding, 400 for one that is damaged or no UTF-8
 */
export async function readText(request: Request, most: number): Promise<string> {
  const length = request.headers.get("content-length");
  if (Number(length) > most) throw tooLong(most);
  const coding = codingOf(request.headers.get("content-encoding"));
  // To read a body piece by piece costs more, and is only needed where its length is not known. `text` would cost less, but
  // puts U+FFFD, which a text may well have, in the place of what is no UTF-8.
  const bytes =
    coding !== null
      ? await readDecoded(request, coding, most)
      : length === null
        ? await readChunks(request.body, most)
        : await request.arrayBuffer();
  try {
    return utf8.decode(bytes);
  } catch {
    throw new HttpRefusal(400, "The body is not UTF-8");
  }
}

/** Null for a body that is as it is. */
function codingOf(header: string | null): CompressionFormat | null {
  if (header === null) return null;
  const name = header.trim().toLowerCase();
  if (name === "" || name === "identity") return null;
  const format = FORMATS.get(name);
  if (format !== undefined) return format;
  throw new HttpRefusal(415, `The body is in a coding that is not read: send it as it is, or in one of ${CODINGS}`, {
    "accept-encoding": CODINGS,
  });
}

/** What a small body is decoded to may be endless: it is decoded no further than the limit. */
async function readDecoded(request: Request, coding: CompressionFormat, most: number): Promise<Uint8Array> {
  try {
    return await readChunks(request.body?.pipeThrough(new DecompressionStream(coding)) ?? null, most);
  } catch (error) {
    if (error instanceof HttpRefusal) throw error;
    throw new HttpRefusal(400, `The body cannot be decoded: it is not ${coding}, as Content-Encoding says`);
  }
}

async function readChunks(body: ReadableStream<Uint8Array> | null, most: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of (body ?? []) as AsyncIterable<Uint8Array>) {
    bytes += chunk.byteLength;
    if (bytes > most) throw tooLong(most);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function tooLong(most: number): HttpRefusal {
  return new HttpRefusal(413, `The body is longer than ${most} bytes`);
}
