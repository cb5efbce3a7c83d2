import { HttpRefusal } from "./http-refusal.ts";

const utf8 = new TextDecoder();

/** What a decoder puts in the place of bytes that are no UTF-8 (Encoding standard, 4.1). */
const REPLACEMENT = "\uFFFD";
const NOT_UTF8 = "The body is not UTF-8, or has U+FFFD in the place of what was not: where it is meant, write \\uFFFD";

/**
 * The text of a request's body, which is read no further than its limit, in bytes.
 * @throws HttpRefusal 413 for a longer one, 400 for one that is no UTF-8, or has lost what it was before
 */
export async function readText(request: Request, most: number): Promise<string> {
  const length = request.headers.get("content-length");
  if (Number(length) > most) throw tooLong(most);
  // To read a body piece by piece, or as bytes, costs more, and is only needed where its length is not known.
  const text = length === null ? utf8.decode(await readChunks(request, most)) : await request.text();
  if (text.includes(REPLACEMENT)) throw new HttpRefusal(400, NOT_UTF8);
  return text;
}

async function readChunks(request: Request, most: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of (request.body ?? []) as AsyncIterable<Uint8Array>) {
    bytes += chunk.byteLength;
    if (bytes > most) throw tooLong(most);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function tooLong(most: number): HttpRefusal {
  return new HttpRefusal(413, `The body is longer than ${most} bytes`);
}
