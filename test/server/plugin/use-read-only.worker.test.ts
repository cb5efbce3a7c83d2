import { describe, expect, it } from "vitest";
import page from "../../../docs/plugins.md?raw";
import { documentCache } from "../../../src/server/document/document-cache.ts";
import { usualSettings } from "../../../src/server/settings.ts";
import { useDocumentCache } from "../../../src/server/plugin/use-document-cache.ts";
import { useMaskedErrors } from "../../../src/server/plugin/use-masked-errors.ts";
import { useResponse } from "../../../src/server/plugin/use-response.ts";
import { bareYoga, NUMBERS } from "./bare-yoga.ts";
import { useReadOnly } from "./use-read-only.ts";

const texts = import.meta.glob<string>(["./use-read-only.ts", "../../../src/server/yoga.ts"], {
  query: "?raw",
  import: "default",
  eager: true,
});
const source = texts["./use-read-only.ts"]!;
const list = texts["../../../src/server/yoga.ts"]!;

const blockOf = (language: string) => new RegExp(`\`\`\`${language}\\n([^]*?)\`\`\``).exec(page)![1]!;

describe("the example of docs/plugins.md", () => {
  it("is the plugin as it stands here", () => {
    expect(blockOf("ts")).toBe(source);
  });

  it("refuses changes while the data is moved, as the page says, and answers queries", async () => {
    let isMoving = true;
    const { post } = bareYoga({
      plugins: [
        useDocumentCache(documentCache(NUMBERS, usualSettings.document)),
        useReadOnly(() => isMoving),
        useMaskedErrors(() => undefined),
        useResponse(),
      ],
    });
    const refused = await post({ query: "mutation { one }" });
    expect([refused.status, refused.headers.get("retry-after")]).toEqual([503, "600"]);
    expect(await refused.json()).toEqual(JSON.parse(blockOf("json")));
    expect(await (await post({ query: "{ one }" })).json()).toEqual({ data: { one: 1 } });
    isMoving = false;
    expect(await (await post({ query: "mutation { one }" })).json()).toEqual({ data: { one: 1 } });
  });
});

describe("the table of docs/plugins.md", () => {
  it("has the plugins of the list, in its order", () => {
    const told = [...page.matchAll(/^\| `use-([\w-]+)` \|/gm)].map(([, name]) => name);
    const listed = [...list.matchAll(/^ {4}use(\w+)\(/gm)].map(([, name]) =>
      name!.replace(/(?!^)[A-Z]/g, (letter) => `-${letter}`).toLowerCase(),
    );
    expect(told).toEqual([...listed, "only"]);
  });
});
