import { HttpRefusal } from "./http-refusal.ts";

/**
 * The text of a request's body, which is read no further than its limit, in bytes.
 * @throws HttpRefusal 413 for a longer one, 400 for one that is no UTF-8
 */
export async function readText(request: Request, most: number): Promise<string> {
  const tooLong = new HttpRefusal(413, `The body is longer than ${most} bytes`);
  if (Number(request.headers.get("content-length") ?? 0) > most) throw tooLong;
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of (request.body ?? []) as AsyncIterable<Uint8Array>) {
    bytes += chunk.byteLength;
    if (bytes > most) throw tooLong;
    chunks.push(chunk);
  }
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: false }).decode(
      chunks.length === 1 ? chunks[0] : Buffer.concat(chunks),
    );
  } catch {
    throw new HttpRefusal(400, "The body is not UTF-8");
  }
}
