import { type AddressInfo, createServer, isIP } from "node:net";
import { networkInterfaces } from "node:os";

/** @throws an error that names what would be right */
export function portOf(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port < 1 || port > 65_535) {
    throw new Error(`--port takes a number from 1 to 65535, not "${text}"`);
  }
  return port;
}

/**
 * The address to listen on.
 * @throws an error that names what would be right
 */
export function hostOf(text: string): string {
  if (text === "localhost") return "127.0.0.1";
  if (isIP(text) !== 0) return text;
  throw new Error(
    `--host takes the address to listen on, not "${text}": 127.0.0.1 for this machine alone, 0.0.0.0 for all that reach it`,
  );
}

/** Where a service that listens there is asked from this machine. */
export function urlOf(host: string, port: number): string {
  const address = { "127.0.0.1": "localhost", "0.0.0.0": "localhost", "::": "::1" }[host] ?? host;
  return `http://${isIP(address) === 6 ? `[${address}]` : address}:${port}`;
}

/** Where it is asked from other machines: none where it listens to this one alone. */
export function urlsFromElsewhere(host: string, port: number): string[] {
  if (host !== "0.0.0.0" && host !== "::") return [];
  return Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ family, internal }) => family === "IPv4" && !internal)
    .map(({ address }) => `http://${address}:${port}`);
}

/** A port of this machine alone on which nothing listened just now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

/** Whether nothing listens there yet. */
export function isFree(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer().once("error", () => resolve(false));
    server.listen(port, host, () => server.close(() => resolve(true)));
  });
}
