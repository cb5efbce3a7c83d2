import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";

/**
 * A way to a service on which the first POST is put off, and every third answer to one is lost after the
 * service has done its work.
 */
export class LossyProxy {
  posts = 0;
  lost = 0;
  /** The largest body of a request, in bytes. */
  largest = 0;
  readonly #target: string;
  readonly #server = createServer((request, response) => void this.#pass(request, response));

  constructor(target: string) {
    this.#target = target;
  }

  async listen(): Promise<string> {
    await new Promise<void>((resolve) => {
      this.#server.listen(0, "127.0.0.1", resolve);
    });
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  close(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }

  async #pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = "GET", url = "/" } = request;
    const headers = ["content-type", "accept", "authorization"].flatMap((name) => {
      const value = request.headers[name];
      return typeof value === "string" ? [[name, value] as [string, string]] : [];
    });
    const body = method === "POST" ? await buffer(request) : null;
    if (body !== null && this.posts === 0) {
      this.posts = 1;
      response.writeHead(429, { "retry-after": "1" }).end();
      return;
    }
    const answer = await fetch(this.#target + url, { method, headers, body });
    const bytes = Buffer.from(await answer.arrayBuffer());
    if (body !== null) {
      this.posts += 1;
      this.largest = Math.max(this.largest, body.length);
      if (this.posts % 3 === 0) {
        this.lost += 1;
        // Whole, or half of it.
        if (this.lost % 2 === 0) response.writeHead(answer.status, { "content-length": bytes.length });
        if (this.lost % 2 === 0) response.write(bytes.subarray(0, bytes.length / 2));
        setImmediate(() => request.socket.destroy());
        return;
      }
    }
    response.writeHead(answer.status, { "content-type": answer.headers.get("content-type") ?? "text/plain" });
    response.end(bytes);
  }
}
