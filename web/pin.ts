/** The header that pins a request to a revision, in GraphiQL's editor of headers. */
const HEADER = "Entente-Revision";

/** The revision that headers pin a request to, as they have it; empty where they pin to none or are no JSON. */
export function revisionIn(headers: string): string {
  const pin = Object.entries(readHeaders(headers) ?? {}).find(([name]) => isPin(name));
  return pin === undefined ? "" : String(pin[1]);
}

/** The headers with a pin to the revision, or to none where that is empty; all others are kept. What is no JSON stays as it is. */
export function pinnedTo(headers: string, revision: string): string {
  const read = readHeaders(headers);
  if (read === null) return headers;
  const others = Object.entries(read).filter(([name]) => !isPin(name));
  if (revision !== "") others.push([HEADER, revision]);
  return others.length === 0 ? "" : JSON.stringify(Object.fromEntries(others), null, 2);
}

function isPin(name: string): boolean {
  return name.toLowerCase() === HEADER.toLowerCase();
}

function readHeaders(headers: string): Record<string, unknown> | null {
  if (headers.trim() === "") return {};
  try {
    const read: unknown = JSON.parse(headers);
    return typeof read === "object" && read !== null && !Array.isArray(read) ? { ...read } : null;
  } catch {
    return null;
  }
}
