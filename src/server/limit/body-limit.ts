import { HttpRefusal } from "../http/http-refusal.ts";

const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: false });

/**
 * The text of a request's body, which is read no further than its limit, in bytes.
 * @throws HttpRefusal 413 for a longer one, 400 for one that is no UTF-8
 */
export async function readText(request: Request, most: number): Promise<string> {
  const length = request.headers.get("content-length");
  if (Number(length) > most) throw tooLong(most);
  // To read a body piece by piece costs more, and is only needed where its length is not known. `text` would cost less, but
  // puts U+FFFD, which a text may well have, in the place of what is no UTF-8.
  const bytes = length === null ? await readChunks(request, most) : await request.arrayBuffer();
  try {
    return utf8.decode(bytes);
  } catch {
    throw new HttpRefusal(400, "The body is not UTF-8");
  }
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
