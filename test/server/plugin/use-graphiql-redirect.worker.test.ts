import { describe, expect, it } from "vitest";
import { useGraphiqlRedirect } from "../../../src/server/plugin/use-graphiql-redirect.ts";
import { bareYoga, posted } from "./bare-yoga.ts";

const BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8";
const { fetch } = bareYoga({ plugins: [useGraphiqlRedirect()] });
const open = (search: string, accept: string) =>
  fetch(new Request(`http://localhost/graphql${search}`, { headers: { accept } }));

describe("a browser at the address of the API", () => {
  it.each(["", "?", "?variables=%7B%7D"])("is led to GraphiQL: %j", async (search) => {
    const response = await open(search, BROWSER);
    expect(response.status).toBe(303);
    expect(response.headers.get("location")).toBe("/graphiql");
    expect(response.headers.get("vary")).toContain("Accept");
    expect(response.headers.get("cache-control")).toBe("no-store");
  });

  it("is answered in JSON where the address has a query", async () => {
    expect(await (await open("?query={one}", BROWSER)).json()).toEqual({ data: { one: 1 } });
  });

  it("is led to GraphiQL with the query where it takes nothing but a page", async () => {
    expect((await open("?query={one}", "text/html")).headers.get("location")).toBe("/graphiql?query={one}");
  });
});

describe("who is no browser", () => {
  it.each(["*/*", "application/json", "application/json, text/html;q=0.9", "text/html;q=0"])(
    "is answered as ever: Accept %s",
    async (accept) => {
      expect((await open("", accept)).headers.has("location")).toBe(false);
    },
  );

  it("nor who posts, or names a document", async () => {
    expect((await fetch(posted({ query: "{ one }" }, { accept: BROWSER }))).status).not.toBe(303);
    expect((await open("?documentId=sha256:0", "text/html")).status).not.toBe(303);
  });
});
