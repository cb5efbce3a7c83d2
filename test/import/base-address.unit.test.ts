import { describe, expect, it } from "vitest";
import { baseOf } from "../../cli/import/destination/base-address.ts";

describe("the address of a service", () => {
  it.each([
    ["localhost:8787", "http://localhost:8787/"],
    ["localhost:8787/graphql", "http://localhost:8787/"],
    ["127.0.0.1:8787", "http://127.0.0.1:8787/"],
    ["[::1]:8787", "http://[::1]:8787/"],
    ["http://localhost:8787/graphql/", "http://localhost:8787/"],
    ["https://entente.example/graphql", "https://entente.example/"],
    ["https://entente.example/api/graphql?query={x}#y", "https://entente.example/api/"],
    ["entente.example", "https://entente.example/"],
    [" https://entente.example/api ", "https://entente.example/api/"],
  ])("%s is understood", (address, base) => {
    expect(baseOf(address).href).toBe(base);
  });

  it.each([
    ["http://entente.example", "a token is sent over https only, or on this machine: write https://entente.example"],
    ["http://localhost.example:80", "write https://localhost.example"],
    ["ftp://entente.example", "a token is sent over https only, or on this machine"],
    ["entente", "entente is no address: give one such as https://entente.example"],
    ["", "is no address"],
    ["https://ada:secret@entente.example", "entente.example: no name and no password belongs in its address"],
  ])("%s is refused with what to write", (address, complaint) => {
    expect(() => baseOf(address)).toThrow(complaint);
  });
});
