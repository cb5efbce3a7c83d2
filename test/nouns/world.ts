import { exportSource } from "../export-source.ts";
import { env } from "cloudflare:workers";
import { getNamedType, type GraphQLNamedType } from "graphql";
import { schema } from "../../schema/index.ts";
import { applyChangeset } from "../../src/changes/apply.ts";
import { exported } from "../../src/changes/export.ts";
import { type ActorType, actorTypes, valuesOf } from "../../src/domain/vocabulary.ts";
import type { NounDescription } from "../../src/nouns/description.ts";
import { type Noun, nounNames, nouns } from "../../src/nouns/index.ts";
import { mapReferences } from "../../src/nouns/reference.ts";
import { mutate } from "../mutation/send.ts";
import type { Draw } from "../random/draw.ts";
import { type Known, randomEntry, type Said } from "./random-entry.ts";

/** A node with what its entry said of it. */
export interface Entered extends Known {
  said: Said;
  typeName: string;
  revision: number;
}

/** How references are given: by slug or key, or by id. */
export const forms = ["by name", "by id"] as const;

/** Nodes of all nouns that were entered by mutation, which refer to each other by every field that can. */
export class World {
  readonly draw: Draw;
  readonly nodes: Entered[] = [];

  constructor(draw: Draw) {
    this.draw = draw;
  }

  newest(noun: Noun, types?: readonly ActorType[], among: readonly Entered[] = this.nodes): Entered | undefined {
    return among.findLast(
      (node) => node.noun === noun && (types === undefined || types.some((type) => type === node.type)),
    );
  }

  find(noun: Noun, name: string): Entered {
    const found = this.nodes.find((node) => node.noun === noun && node.name === name);
    if (found === undefined) throw new Error(`${noun} ${name} was not entered`);
    return found;
  }

  /** Enters one of each noun, of each type of actor: references in one form. */
  async round(form: (typeof forms)[number]): Promise<void> {
    for (const noun of nounNames) {
      const fixed: Said[] = noun === "actors" ? valuesOf(actorTypes).map((type) => ({ type })) : [{}];
      for (const one of fixed) await this.enter(noun, one, form);
    }
  }

  /** What an entry says, as a request says it in one form. */
  asGiven(noun: Noun, said: Said, form: (typeof forms)[number]): unknown {
    return form === "by name" ? said : mapReferences(noun, said, ({ name, to }) => this.find(to, name).id);
  }

  /** Enters one node, which refers to the newest of some nodes. */
  async enter(
    noun: Noun,
    fixed: Said = {},
    form: (typeof forms)[number] = "by name",
    among: readonly Entered[] = this.nodes,
  ): Promise<Entered> {
    const said = randomEntry(noun, this.draw, (to, types) => this.newest(to, types, among), fixed);
    const { type, name, added }: NounDescription & { name: string } = nouns[noun];
    const made = await mutate(`${added.by}(input: $${type}Input, reason: "Entered")`, {
      [`${type}Input`]: this.asGiven(noun, said, form),
    });
    if (made.node === null) throw new Error(`${JSON.stringify(said)}: ${JSON.stringify(made.errors)}`);
    const entered: Entered = {
      noun,
      said,
      name: String(said[name]),
      id: made.node.id,
      typeName: made.node["__typename"],
      revision: made.revision!.number,
      ...(noun === "actors" && { type: said["type"] as ActorType }),
    };
    this.nodes.push(entered);
    return entered;
  }
}

export function typeOf(node: Pick<Entered, "typeName">): GraphQLNamedType {
  return getNamedType(schema.getType(node.typeName)!);
}

/** All that is exported, by list. */
export async function exportAll(): Promise<Record<string, string>> {
  const texts: Record<string, string> = {};
  const source = await exportSource();
  for (const noun of exported) {
    texts[noun] = "";
    for await (const lines of source.lines(noun)) texts[noun] += lines;
  }
  return texts;
}

/** Applies what was exported. */
export async function importAll(texts: Readonly<Record<string, string>>): Promise<void> {
  const lists = Object.entries(texts).map(([list, text]) => [
    list,
    text
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => JSON.parse(line) as unknown),
  ]);
  const options = { author: "test", reason: "imported", now: "2026-11-24T00:00:00.000Z" };
  const result = await applyChangeset(env.DB, [{ file: "", json: Object.fromEntries(lists) }], options);
  if (result.outcome === "refused") throw new Error(JSON.stringify(result.faults));
}
