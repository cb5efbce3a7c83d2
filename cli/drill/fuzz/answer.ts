import { Agent, request as open } from "node:http";
import type { FuzzRequest } from "./request.ts";

export interface FuzzAnswer {
  status: number;
  type: string;
  headers: Readonly<Record<string, string | string[] | undefined>>;
  body: string;
  milliseconds: number;
}

/** The deadline of a request is 3 s, and it would be answered 503 after that: this one tells a hang from a busy machine. */
export const PATIENCE_MS = 15_000;

const agent = new Agent({ keepAlive: true });

/** @throws an error where there is no answer, or none in time */
export function answerTo(address: string, { method, path, headers, body }: FuzzRequest): Promise<FuzzAnswer> {
  const { hostname, port } = new URL(address);
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const length: Record<string, string> = body === null ? {} : { "content-length": `${Buffer.byteLength(body)}` };
    const signal = AbortSignal.timeout(PATIENCE_MS);
    const sent = open({ hostname, port, method, path, headers: { ...headers, ...length }, agent, signal }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on("data", (chunk: Buffer) => chunks.push(chunk));
      answer.on("error", reject);
      answer.on("end", () =>
        resolve({
          status: answer.statusCode!,
          type: answer.headers["content-type"] ?? "",
          headers: answer.headers,
          body: Buffer.concat(chunks).toString(),
          milliseconds: performance.now() - start,
        }),
      );
    });
    sent.on("error", (error) =>
      reject(signal.aborted ? new Error(`no answer within ${PATIENCE_MS} ms`, { cause: error }) : error),
    );
    sent.end(body);
  });
}
