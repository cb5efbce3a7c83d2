/** The types of what is reconciled, by their ids: those of the GraphQL schema. */
export const entityTypes = ["State", "Person", "Organization", "Alliance"] as const;

export type EntityType = (typeof entityTypes)[number];

/** The types of actors, which `Actor` stands for. */
export const actorTypes = ["State", "Person", "Organization"] as const satisfies readonly EntityType[];

/** What is broader than the types of actors. */
export const ACTOR = "Actor";

/** A type as the manifest and suggestions tell of it. */
export interface TypeTold {
  id: string;
  name: string;
  description: string;
}

const told: Readonly<Record<EntityType | typeof ACTOR, string>> = {
  State: "A country",
  Person: "A person, such as a minister",
  Organization: "An organization: a newspaper, an agency, an institute, a body of states",
  Alliance: "What actors are members of: an alliance, a pact, a treaty, a forum",
  Actor: "A state, a person or an organization",
};

/** All types that can be asked for. */
export const typesTold: readonly TypeTold[] = ([...entityTypes, ACTOR] as const).map((id) => ({
  id,
  name: id,
  description: told[id],
}));

/** The types that the id or name of one stands for, whatever its case: none where it is unknown. */
export function typesNamed(name: string): readonly EntityType[] {
  const sought = name.trim().toLowerCase();
  if (sought === ACTOR.toLowerCase()) return actorTypes;
  return entityTypes.filter((type) => type.toLowerCase() === sought);
}
