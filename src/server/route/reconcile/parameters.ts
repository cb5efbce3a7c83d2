import { HttpRefusal } from "../../http/http-refusal.ts";
import { readText } from "../../limit/body-limit.ts";

/** Ten long cells in a script of three bytes a character, each of them percent-encoded. */
const MOST_BYTES = 256 * 1024;

/** The parameters of a request: those of its form when it is a POST, else of its address. */
export async function readParameters(request: Request): Promise<URLSearchParams> {
  if (request.method !== "POST") return new URL(request.url).searchParams;
  const mediaType = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  if (mediaType !== "application/x-www-form-urlencoded") {
    throw new HttpRefusal(
      415,
      "Send the batch as application/x-www-form-urlencoded, in the parameter queries, or extend",
    );
  }
  return new URLSearchParams(await readText(request, MOST_BYTES));
}

/**
 * A whole number of the address, from the least on; the most where it is larger, the usual one where there is none.
 * @throws HttpRefusal for what is no such number
 */
export function wholeNumber(
  parameters: URLSearchParams,
  name: string,
  { usual, least, most }: { usual: number; least: number; most: number },
): number {
  const text = parameters.get(name)?.trim() ?? "";
  if (text === "") return usual;
  if (!/^\d+$/.test(text) || Number(text) < least) {
    const told = JSON.stringify(text.slice(0, 50));
    throw new HttpRefusal(400, `The parameter "${name}" is ${told}: give a whole number from ${least} on`);
  }
  return Math.min(Number(text), most);
}

/** @throws HttpRefusal for JSON that is broken, with what would be right */
export function parseJson(text: string, refusal: () => HttpRefusal): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw refusal();
  }
}
