import { codingHeaders, codingsOf } from "../http/coding.ts";
import { GraphQLError } from "graphql";
import type { ReadRange, RevisionRange } from "../cache/revision-clock.ts";
import { inAddress, LINEAGE_HEADER, pinOf, REVISION_HEADER, statusOf } from "../cache/pinned-revision.ts";
import { pinsInAddress } from "../document/document-request.ts";
import { httpOf } from "../http/http-refusal.ts";
import type { Spent } from "../limit/rate-limit.ts";
import { failureOf } from "../http/failure.ts";

/** What an export asks of the data: which nouns and revisions there are, and the lines of one, a page at a time. */
export interface ExportService {
  nouns: readonly string[];
  revisions: ReadRange;
  lines: (noun: string, range: RevisionRange, revision: number) => AsyncGenerator<string>;
  /** Has the client pay for an export; gives headers, or why it may not be. */
  pay: () => Spent | Promise<Spent>;
}

/**
 * GET /export/NOUN.ndjson: all entries of a noun in Entente's own import format, one a line, as a stream that is
 * never whole in memory, of one revision: the newest, or the one that is asked for. It breaks off where the rest cannot be
 * read: what has come to its end is complete.
 */
export async function exportFile(
  request: Request,
  { nouns, revisions, lines, pay }: ExportService,
  log: (line: object) => void,
  isHead = false,
): Promise<Response> {
  const { pathname } = new URL(request.url);
  const noun = nouns.find((one) => pathname === `/export/${one}.ndjson`);
  if (noun === undefined) {
    return text(404, `There are ${nouns.map((one) => `/export/${one}.ndjson`).join(", ")}.\n`);
  }
  const headers = {
    "content-type": "application/x-ndjson",
    "content-disposition": `attachment; filename="${noun}.ndjson"`,
    "cache-control": "no-store",
    vary: "Accept-Encoding",
    // Nobody knows how long it becomes.
    ...codingHeaders(codingsOf(request), Infinity),
  };
  if (isHead) return new Response(null, { headers });
  try {
    const pins = inAddress(pinsInAddress(request.url));
    // Whoever cannot pay has nothing read.
    const paid = await pay();
    if (paid instanceof GraphQLError) return refused(paid);
    const range = await revisions();
    const pin = await pinOf(pins, request.headers, () => Promise.resolve(range));
    if (pin instanceof GraphQLError) return text(statusOf(pin), `${pin.message}\n`);
    const revision = pin.revision ?? range.newest;
    const rest = lines(noun, range, revision);
    // Before the answer begins, so that it can still be another one.
    const first = await rest.next();
    const state = { [REVISION_HEADER]: String(revision), [LINEAGE_HEADER]: range.lineage };
    return new Response(streamOf(first, rest, log), { headers: { ...headers, ...paid, ...state } });
  } catch (error) {
    if (error instanceof GraphQLError && httpOf(error) !== undefined) return refused(error);
    const { status, message, headers: more } = failureOf(error, log);
    return text(status, `${message}\n`, more);
  }
}

function refused(error: GraphQLError): Response {
  const { status, headers } = httpOf(error)!;
  return text(status, `${error.message}\n`, headers);
}

function streamOf(
  first: IteratorResult<string>,
  rest: AsyncGenerator<string>,
  log: (line: object) => void,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let next: IteratorResult<string> | null = first;
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const { done, value } = next ?? (await rest.next());
          next = null;
          if (done) controller.close();
          else controller.enqueue(encoder.encode(value));
        } catch (error) {
          failureOf(error, log);
          controller.error(error);
        }
      },
      async cancel() {
        await rest.return(undefined);
      },
    },
    // A page is read when it is asked for.
    { highWaterMark: 0 },
  );
}

function text(status: number, body: string, headers: Readonly<Record<string, string>> = {}): Response {
  return new Response(body, { status, headers: { "content-type": "text/plain; charset=utf-8", ...headers } });
}
