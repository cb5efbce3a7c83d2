import { describe, expect, it } from "vitest";
import { hostOf, urlOf, urlsFromElsewhere } from "../../cli/local/port.ts";

describe("the address to listen on", () => {
  it.each([
    ["127.0.0.1", "http://localhost:80"],
    ["localhost", "http://localhost:80"],
    ["0.0.0.0", "http://localhost:80"],
    ["::", "http://[::1]:80"],
    ["::1", "http://[::1]:80"],
    ["192.0.2.7", "http://192.0.2.7:80"],
  ])("may be %s, asked from this machine at %s", (host, url) => {
    expect(urlOf(hostOf(host), 80)).toBe(url);
  });

  it.each(["", "*", "my-laptop", "256.0.0.1", "0.0.0.0:80"])("may not be %j", (host) => {
    expect(() => hostOf(host)).toThrow(
      `--host takes the address to listen on, not "${host}": 127.0.0.1 for this machine`,
    );
  });

  it("is asked from other machines only where it is one for all", () => {
    expect(["127.0.0.1", "::1", "192.0.2.7"].flatMap((host) => urlsFromElsewhere(host, 80))).toEqual([]);
    for (const url of urlsFromElsewhere("0.0.0.0", 80)) expect(url).not.toContain("127.0.0.1");
  });
});
