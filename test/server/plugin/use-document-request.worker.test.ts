import { describe, expect, it } from "vitest";
import { useDocumentRequest } from "../../../src/server/plugin/use-document-request.ts";
import { bareYoga, posted } from "./bare-yoga.ts";

const { fetch, contexts } = bareYoga({ plugins: [useDocumentRequest({ bodyBytes: 200 })] });
const sent = (body: string | Uint8Array<ArrayBuffer>, type = "application/json", accept = "*/*") =>
  fetch(new Request("http://localhost/graphql", { method: "POST", headers: { "content-type": type, accept }, body }));
const ONE = JSON.stringify({ query: "{ one }" });

describe("a request", () => {
  it.each([
    ["GET", new Request("http://localhost/graphql?query=query($n:Int!){twice(n:$n)}&variables=%7B%22n%22:2%7D")],
    ["POST", posted({ query: "query($n:Int!){twice(n:$n)}", variables: { n: 2 }, operationName: "" })],
  ])("is read by %s", async (_, request) => {
    expect(await (await fetch(request)).json()).toEqual({ data: { twice: 4 } });
    expect(contexts.at(-1)).toMatchObject({ params: { variables: { n: 2 } } });
    expect(contexts.at(-1)).not.toHaveProperty("params.operationName");
  });

  it.each<[string, () => Promise<Response>, number]>([
    ["whose body is too long", () => sent(ONE.padEnd(201)), 413],
    ["that is no UTF-8", () => sent(Uint8Array.of(0x7b, 0xff, 0x7d)), 400],
    ["that is no JSON", () => sent("{"), 400],
    ["that is a form", () => sent("query={one}", "application/x-www-form-urlencoded"), 415],
    ["whose body is in brotli", () => fetch(posted({}, { "content-encoding": "br" })), 415],
    [
      "for a WebSocket",
      () => fetch(new Request("http://localhost/graphql", { headers: { upgrade: "WebSocket" } })),
      400,
    ],
    ["that takes no type there is", () => sent(ONE, "application/json", "image/png"), 406],
  ])("%s is refused", async (_, send, status) => {
    const response = await send();
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: "BAD_REQUEST" } }] });
  });
});

describe("a refusal", () => {
  it("tells a client that sends another coding which are read, and one that wants a WebSocket what there is", async () => {
    const coded = await fetch(posted({}, { "content-encoding": "br" }));
    expect(coded.headers.get("accept-encoding")).toBe("gzip, deflate");
    const socket = await fetch(new Request("http://localhost/graphql", { headers: { upgrade: "websocket" } }));
    expect(await socket.text()).toContain("accept text/event-stream");
  });

  it("by the media types varies with what the client takes, and names what there is", async () => {
    for (const response of [await sent(ONE, "application/json", "image/png"), await sent(ONE, "text/plain")]) {
      expect(response.headers.get("vary")).toContain("Accept");
      expect(response.headers.get("accept")).toContain("application/json");
    }
  });
});
