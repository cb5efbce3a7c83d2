import { createYoga, type Plugin } from "graphql-yoga";
import { describe, expect, it } from "vitest";
import { useOnly } from "../../../src/server/plugin/use-only.ts";
import { NUMBERS } from "./bare-yoga.ts";

/** The names of the hooks that are left of Yoga's own plugins. */
function hooksLeft(own: Plugin[]): string[] {
  let left: string[] = [];
  const looking: Plugin = {
    onYogaInit({ yoga }) {
      const plugins = (yoga as unknown as { plugins: Plugin[] }).plugins;
      left = plugins.filter((plugin) => !own.includes(plugin) && plugin !== looking).flatMap((one) => Object.keys(one));
    },
  };
  const only = own.length === 0 ? [] : [useOnly([...own, looking])];
  createYoga({ schema: NUMBERS, plugins: [looking, ...own, ...only], logging: false });
  return left;
}

describe("Yoga's own plugins", () => {
  it("are there as long as nobody takes them out", () => {
    expect(hooksLeft([])).toEqual(expect.arrayContaining(["onRequestParse", "onParams", "onResultProcess", "onParse"]));
  });

  it("are all taken out by use-only, and those named stay", () => {
    expect(hooksLeft([{ onResponse: () => undefined }])).toEqual([]);
  });
});
