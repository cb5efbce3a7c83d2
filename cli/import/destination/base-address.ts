import { SourceError } from "../file/source.ts";

const LOCAL = ["localhost", "127.0.0.1", "[::1]"];

/**
 * Where the paths of a service begin, of an address as people write it: without a scheme, or as that of its GraphQL.
 * @throws SourceError where it is no address to which a token may be sent
 */
export function baseOf(address: string): URL {
  const base = URL.parse(withScheme(address.trim()));
  if (base === null) throw new SourceError(`${address} is no address: give one such as https://entente.example`);
  const isLocal = LOCAL.includes(base.hostname);
  if (base.protocol !== "https:" && !(base.protocol === "http:" && isLocal)) {
    const right = base.protocol === "http:" ? `: write https://${base.host}` : "";
    throw new SourceError(`${address}: a token is sent over https only, or on this machine${right}`);
  }
  if (base.username !== "" || base.password !== "")
    throw new SourceError(
      `${base.host}: no name and no password belongs in its address. A token is in ENTENTE_TOKEN, or --token-file FILE`,
    );
  base.pathname = `${base.pathname.replace(/\/+$/, "").replace(/\/(?:graphql|graphiql)$/, "")}/`;
  base.search = "";
  base.hash = "";
  return base;
}

/** With https, or on this machine http, where a host is written that has a dot or a port, and no scheme. */
function withScheme(address: string): string {
  const host = /^(?<name>\[::1\]|[a-z\d-]+(?:\.[a-z\d-]+)*)(?<port>:\d+)?(?=[/?#]|$)/i.exec(address)?.groups;
  if (host === undefined) return address;
  const name = host["name"]!.toLowerCase();
  if (LOCAL.includes(name)) return `http://${address}`;
  return name.includes(".") || host["port"] !== undefined ? `https://${address}` : address;
}
