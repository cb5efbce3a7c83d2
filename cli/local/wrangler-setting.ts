import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./tool.ts";

/** @throws where wrangler.toml has no text of that name */
export function wranglerSetting(name: string): string {
  return found(name, /"(.+)"/);
}

/** @throws where wrangler.toml has no list of texts of that name */
export function wranglerList(name: string): string[] {
  return JSON.parse(found(name, /(\[.*\])/)) as string[];
}

function found(name: string, value: RegExp): string {
  const file = readFileSync(join(root, "wrangler.toml"), "utf8");
  const text = new RegExp(`^${name} = ${value.source}$`, "m").exec(file)?.[1];
  if (text === undefined) throw new Error(`wrangler.toml has no ${name}`);
  return text;
}
