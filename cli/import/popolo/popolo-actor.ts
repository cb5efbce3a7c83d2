import type { ActorInput } from "../../../src/nouns/actor.ts";
import { fitted } from "../fitted.ts";
import { slugOf } from "../slug.ts";
import type { PopoloAgent } from "./popolo-shape.ts";

/** Our types of organizations by words in the classification that Popolo has; another word, or none, is OTHER. */
const CLASSIFICATIONS: readonly [RegExp, NonNullable<ActorInput["organizationType"]>][] = [
  [/\b(?:international|intergovernmental|treaty|alliance|union)\b/i, "INTERGOVERNMENTAL"],
  [/\b(?:media|newspaper|broadcaster|news)\b/i, "MEDIA"],
  [/\b(?:university|research|institute|think[ -]tank)\b/i, "RESEARCH"],
  [/\b(?:agency|ministry|department|legislature|chamber|committee|executive|government|parliament|court)\b/i, "AGENCY"],
];

/** Sets the slugs of a file apart from each other, the first come first served. */
export type Naming = (name: string) => string;

/** The actor that a person or organization of Popolo is, beside the one that is there already. */
export function popoloActor(
  agent: PopoloAgent,
  type: "PERSON" | "ORGANIZATION",
  scheme: string,
  known: ActorInput | undefined,
  slugFor: Naming,
): ActorInput {
  const { name } = agent;
  const base: ActorInput = known ?? {
    slug: slugFor(slugOf(name) || slugOf(`${scheme} ${agent.id ?? ""}`)),
    type,
    name,
    ...(agent.summary && { description: fitted(agent.summary, 500) }),
    ...(type === "ORGANIZATION" && { organizationType: organizationType(agent.classification) }),
  };
  const aliases = [...(base.aliases ?? [])];
  const taken = new Set([base.name, ...aliases.map(({ name }) => name)]);
  for (const { name, language, isFormer } of agent.otherNames) {
    if (taken.has(name)) continue;
    taken.add(name);
    aliases.push({ name, ...(language !== null && { language }), sort: isFormer ? "FORMER" : "VARIANT" });
  }
  const identifiers = [...(base.identifiers ?? [])];
  for (const { scheme: theirs, value } of popoloIdentifiers(agent, scheme)) {
    if (!identifiers.some((one) => one.scheme === theirs && one.value === value))
      identifiers.push({ scheme: theirs, value });
  }
  return { ...base, ...(aliases.length > 0 && { aliases }), ...(identifiers.length > 0 && { identifiers }) };
}

/** The identifiers of an agent, with its id in its own file, or, where it has none, its name. */
export function popoloIdentifiers(
  { id, name, identifiers }: PopoloAgent,
  scheme: string,
): { scheme: string; value: string }[] {
  const all = [...identifiers, { scheme, identifier: id ?? name }];
  return all.flatMap(({ scheme, identifier }) => {
    const [register, value] = [slugOf(scheme ?? ""), fitted(identifier ?? "", 200)];
    return register === "" || value === "" ? [] : [{ scheme: register, value }];
  });
}

function organizationType(classification = ""): NonNullable<ActorInput["organizationType"]> {
  return CLASSIFICATIONS.find(([words]) => words.test(classification))?.[1] ?? "OTHER";
}
