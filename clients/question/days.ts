import { parse } from "graphql";
import { withIds } from "./as-sent.ts";
import type { Question } from "./question.ts";

const EARLY = "2010-01-01";
const LATE = "2022-05-07";

/** A field of a day, whose objects are told otherwise on the other day. */
interface FieldOfDay {
  /** What it is a field of; of the query where left out. */
  of?: string;
  field: (alias: string, day: string) => string;
}

const fields: Readonly<Record<string, FieldOfDay>> = {
  Memberships: {
    of: 'alliance(slug: "quad")',
    field: (alias, day) => `${alias}: memberships(asOf: "${day}") { edges { certainty node { ${certainty(day)} } } }`,
  },
  Members: {
    of: 'alliance(slug: "quad")',
    field: (alias, day) =>
      `${alias}: members(asOf: "${day}") { edges { certainty node { name } membership { ${certainty(day)} } } }`,
  },
  Status: {
    of: 'alliance(slug: "quad")',
    field: (alias, day) => `${alias}: status(asOf: "${day}") { ${certainty(day)} }`,
  },
  Partnerships: {
    of: 'actor(slug: "japan")',
    field: (alias, day) =>
      `${alias}: partnerships(kind: DIALOGUE, asOf: "${day}") { edges { certainty node { ${certainty(day)} } } }`,
  },
  Partners: {
    of: 'actor(slug: "japan")',
    field: (alias, day) =>
      `${alias}: partners(kind: DIALOGUE, asOf: "${day}") { edges { certainty partnerships { ${certainty(day)} } } }`,
  },
  Offices: {
    of: 'actor(slug: "boris-johnson")',
    field: (alias, day) =>
      `... on Person { ${alias}: offices(ever: true, asOf: "${day}") { edges { certainty node { ${certainty(day)} } } } }`,
  },
  Network: { field: (alias, day) => `${alias}: network(asOf: "${day}") { nodes { nodeId name degree } }` },
};

export interface TwoDays {
  name: string;
  /** Both days side by side. */
  together: Question;
  /** Each day by itself. */
  early: Question;
  late: Question;
}

export const twoDays: readonly TwoDays[] = Object.entries(fields).map(([name, { of, field }]) => {
  const question = (part: string, ...chosen: string[]): Question => {
    const inside = chosen.join(" ");
    const text = of === undefined ? inside : `${of} { ${inside} }`;
    return withIds({ name: `${name}${part}`, document: parse(`{ ${text} }`, { noLocation: true }), variables: {} });
  };
  return {
    name,
    together: question("Together", field("early", EARLY), field("late", LATE)),
    early: question("Early", field("told", EARLY)),
    late: question("Late", field("told", LATE)),
  };
});

function certainty(day: string): string {
  return `certainty(asOf: "${day}")`;
}
