import type { Draw } from "../../../test/random/draw.ts";
import type { KnownValues } from "../../../test/random/known-values.ts";
import { damagedBytes } from "./damaged-text.ts";
import { hostileTexts } from "./hostile-text.ts";
import type { FuzzRequest } from "./request.ts";

const NOWHERE = [
  ["/", "//", "/graphql/", "//graphql", "/GRAPHQL", "/graphql%00", "/%", "/%ff", "/..%2f..%2fwrangler.toml", "/.git"],
  ["/api", "/graphql/x", "/reconcile/", "/reconcile/x", "/export", "/documents/x.graphql", "/?query={__typename}"],
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
  const number = () => search(oneOf(["limit", "cursor", "type"]), oneOf(["", "0", "3", "-1", "1e9", text()]));
  const choices: (() => FuzzRequest)[] = [
    () => plain(oneOf(NOWHERE)),
    () => plain(oneOf(ANYWHERE)),
    () => plain(`/${encodeURIComponent(text().toWellFormed()).slice(0, 2_000)}`),
    () => plain(`/export/${oneOf(["events", "offices", "x", encodeURIComponent(text().toWellFormed())])}.ndjson`),
    () => plain(`/reconcile/preview?${search("id", text())}`),
    () =>
      plain(`/reconcile/${oneOf(["view", "flyout/entity", "flyout/type", "flyout/property"])}?${search("id", text())}`),
    () => plain(`/reconcile/suggest/${oneOf(["entity", "type", "property"])}?${search("prefix", text())}&${number()}`),
    () => plain(`/reconcile/properties?${search("type", text())}&${number()}`),
    batch,
    extension,
  ];
  return oneOf(choices)();

  function batch(): FuzzRequest {
    const type = () =>
      oneOf([undefined, null, "", "State", "Actor", ["State", "Alliance"], { id: "Person" }, 7, text()]);
    const query = () => ({
      query: chance(90) ? text() : 7,
      type: type(),
      limit: oneOf([undefined, 1, 5, 0, -1, 1e9, "5"]),
      properties: oneOf([undefined, null, {}, several(0, 3, property)]),
    });
    const queries = Object.fromEntries(several(0, chance(5) ? 30 : 4, query).map((one, n) => [`q${n}`, one]));
    return sent("queries", queries);
  }

  function property(): object {
    const value = () => oneOf([text(), 7, null, true, { id: text(), name: text() }, [text(), [text()]]]);
    return { pid: oneOf(["isoAlpha2", "country", "alliances", "wikidata", text(), 7]), v: value() };
  }

  function extension(): FuzzRequest {
    const column = () => ({
      id: oneOf(["alliances", "partners", "members", "isoAlpha3", "wikidata", text()]),
      settings: oneOf([undefined, null, { asOf: oneOf(["2022-05-07", "", "2022-02-30", text()]) }]),
    });
    return sent("extend", { ids: several(0, chance(5) ? 60 : 4, text), properties: several(0, 3, column) });
  }

  function sent(name: string, value: object): FuzzRequest {
    const json = JSON.stringify(value);
    const form = search(name, chance(70) ? json : damagedBytes(draw, json).toString());
    if (chance(50) && form.length < 15_000) return plain(`/reconcile?${form}`);
    const headers = { "content-type": chance(95) ? "application/x-www-form-urlencoded" : "application/json" };
    return { kind: "path", method: "POST", path: "/reconcile", headers, body: form };
  }
}
