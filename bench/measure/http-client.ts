import { Agent, request as send } from "node:http";

export interface HttpRequest {
  method: "GET" | "POST";
  /** With the search. */
  path: string;
  headers: Readonly<Record<string, string>>;
  body?: string;
}

export interface HttpResponse {
  status: number;
  headers: Readonly<Record<string, string | string[] | undefined>>;
  body: string;
}

/** Connections that are kept, at most as many as may be under way at once. */
export class HttpClient {
  readonly #agent: Agent;
  readonly #host: string;
  readonly #port: string;

  constructor(origin: string, concurrency: number) {
    const { hostname, port } = new URL(origin);
    this.#host = hostname;
    this.#port = port;
    this.#agent = new Agent({ keepAlive: true, maxSockets: concurrency, scheduling: "fifo", noDelay: true });
  }

  ask({ method, path, headers, body }: HttpRequest): Promise<HttpResponse> {
    return new Promise((resolve, reject) => {
      const length = body === undefined ? {} : { "content-length": Buffer.byteLength(body) };
      const options = { host: this.#host, port: this.#port, agent: this.#agent, method, path };
      const sent = send({ ...options, headers: { ...headers, ...length } }, (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        response.on("error", reject);
        response.on("end", () =>
          resolve({
            status: response.statusCode!,
            headers: response.headers,
            body: Buffer.concat(chunks).toString(),
          }),
        );
      });
      sent.on("error", reject);
      sent.end(body);
    });
  }

  close(): void {
    this.#agent.destroy();
  }
}
