/** SHA-256 of a request to write: the same for the same JSON, in whatever order its fields come. */
export async function requestHash(request: unknown): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(ordered(request)));
  return Buffer.from(await crypto.subtle.digest("SHA-256", bytes)).toString("hex");
}

function ordered(json: unknown): unknown {
  if (Array.isArray(json)) return json.map(ordered);
  if (typeof json !== "object" || json === null) return json;
  const fields = Object.entries(json).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(fields.map(([name, value]) => [name, ordered(value)]));
}
