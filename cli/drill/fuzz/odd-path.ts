import type { Draw } from "../../../test/random/draw.ts";
import type { KnownValues } from "../../../test/random/known-values.ts";
import { damagedBytes } from "./damaged-text.ts";
import { hostileTexts } from "./hostile-text.ts";
import type { FuzzRequest } from "./request.ts";

const NOWHERE = [
  ["/", "//", "/graphql/", "//graphql", "/GRAPHQL", "/graphql%00", "/%", "/%ff", "/..%2f..%2fwrangler.toml", "/.git"],
  ["/api", "/graphql/x", "/reconcile/", "/reconcile/view", "/export", "/documents/x.graphql", "/?query={__typename}"],
].flat();
const ANYWHERE = ["/health", "/ready", "/graphiql", "/documents/manifest.json", "/favicon.svg", "/graphql"];
const METHODS = ["GET", "GET", "GET", "HEAD", "POST", "OPTIONS", "PUT", "DELETE"];

/** A request to what else there is beside /graphql, or to nothing. */
export function oddPath(draw: Draw, known: KnownValues): FuzzRequest {
  const { oneOf, chance, several } = draw;
  const text = () => (chance(50) ? oneOf(hostileTexts) : String(oneOf([...known["name"]!, ...known["id"]!])));
  const plain = (path: string): FuzzRequest => {
    return { kind: "path", method: oneOf(METHODS), path, headers: {}, body: null };
  };
  const search = (name: string, value: string) => new URLSearchParams({ [name]: value }).toString();
  const choices: (() => FuzzRequest)[] = [
    () => plain(oneOf(NOWHERE)),
    () => plain(oneOf(ANYWHERE)),
    () => plain(`/${encodeURIComponent(text().toWellFormed()).slice(0, 2_000)}`),
    () => plain(`/export/${oneOf(["events", "offices", "x", encodeURIComponent(text().toWellFormed())])}.ndjson`),
    () => plain(`/reconcile/preview?${search("id", text())}`),
    () => plain(`/reconcile/suggest/entity?${search("prefix", text())}`),
    batch,
    batch,
  ];
  return oneOf(choices)();

  function batch(): FuzzRequest {
    const type = () =>
      oneOf([undefined, null, "", "State", "Actor", ["State", "Alliance"], { id: "Person" }, 7, text()]);
    const query = () => ({
      query: chance(90) ? text() : 7,
      type: type(),
      limit: oneOf([undefined, 1, 5, 0, -1, 1e9, "5"]),
    });
    const queries = Object.fromEntries(several(0, chance(5) ? 30 : 4, query).map((one, n) => [`q${n}`, one]));
    const json = JSON.stringify(queries);
    const form = search("queries", chance(70) ? json : damagedBytes(draw, json).toString());
    if (chance(50) && form.length < 15_000) return plain(`/reconcile?${form}`);
    const headers = { "content-type": chance(95) ? "application/x-www-form-urlencoded" : "application/json" };
    return { kind: "path", method: "POST", path: "/reconcile", headers, body: form };
  }
}
