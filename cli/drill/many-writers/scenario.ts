/** The state of the database before the writers come. */
export interface Known {
  newest: number;
  /** By slug. */
  ids: Readonly<Record<string, string>>;
  /** The revisions that the calls of each earlier scenario made. */
  made: readonly (readonly (number | null)[])[];
}

/** A task that many writers do at once, each one call of a mutation without the arguments that all have. */
export interface Scenario {
  name: string;
  /** The slugs of states that are entered for it. */
  states?: readonly string[];
  calls: (known: Known) => readonly string[];
  /** How many of them are written; all where it is left out. The others are told CONFLICT. */
  written?: number;
  /** A query about what they have left, and its answer, by the revision that each call made. */
  left?: { query: string; answer: (made: readonly (number | null)[]) => unknown };
}

const REVERTED = 5;
const TEXTS = ["name", "description"] as const;

/** @param writers at least 20 */
export function scenarios(writers: number): Scenario[] {
  const each = <T>(make: (n: number) => T) => Array.from({ length: writers }, (_, n) => make(n));
  const own = each((n) => `own-${n}`);
  return [
    { name: "add different things", calls: () => own.map(addState) },
    {
      name: "edit different things",
      calls: () => own.map((slug) => `editActor(id: "${slug}", input: { description: "${slug} is made up" }`),
    },
    {
      name: "edit different fields and parts of one thing",
      states: ["shared"],
      calls: ({ ids }) =>
        each((n) =>
          n < TEXTS.length
            ? `editActor(id: "shared", input: { ${TEXTS[n]}: "Shared ${n}" }`
            : `addAlias(of: "${ids["shared"]}", input: { name: "Shared ${n}", sort: VARIANT }`,
        ),
      left: {
        query: `{ actor(slug: "shared") { name description aliases { name } } }`,
        answer: (made) => ({
          actor: {
            name: "Shared 0",
            description: "Shared 1",
            aliases: inOrder(made)
              .filter((n) => n >= TEXTS.length)
              .map((n) => ({ name: `Shared ${n}` })),
          },
        }),
      },
    },
    {
      name: "edit one field: the last in line stays",
      calls: () => each((n) => `editActor(id: "shared", input: { name: "Last ${n}" }`),
      left: {
        query: `{ actor(slug: "shared") { name } }`,
        answer: (made) => ({ actor: { name: `Last ${inOrder(made).at(-1)}` } }),
      },
    },
    {
      name: "edit one field as of one revision: the first is written",
      calls: ({ newest }) => each((n) => `editActor(id: "shared", ifRevision: ${newest}, input: { name: "Only ${n}" }`),
      written: 1,
      left: {
        query: `{ actor(slug: "shared") { name } }`,
        answer: (made) => ({ actor: { name: `Only ${made.findIndex((one) => one !== null)}` } }),
      },
    },
    {
      name: "merge, revert and add",
      states: ["heir", "former"],
      calls: ({ made }) => [
        `mergeActors(from: "former", into: "heir"`,
        ...made[1]!.slice(0, REVERTED).map((number) => `revertRevision(number: ${number}`),
        ...own
          .slice(REVERTED + 1)
          .map((slug, n) =>
            n % 2 === 0
              ? addState(`beside-${slug}`)
              : `applyChangeset(input: { memberships: [{ alliance: "nato", actor: "${slug}", role: OBSERVER, citations: [{ article: "china-responds-nato-in-asia" }] }] }`,
          ),
      ],
      left: {
        query: `{ former: actor(slug: "former") { slug } reverted: actor(slug: "own-${REVERTED - 1}") { description } kept: actor(slug: "own-${REVERTED}") { description } }`,
        answer: () => ({
          former: { slug: "heir" },
          reverted: { description: null },
          kept: { description: `own-${REVERTED} is made up` },
        }),
      },
    },
  ];
}

export function addState(slug: string): string {
  return `addActor(input: { slug: "${slug}", type: STATE, name: "${slug}" }`;
}

/** The calls by the order in which they were written. */
function inOrder(made: readonly (number | null)[]): number[] {
  return made.map((_, n) => n).toSorted((a, b) => Number(made[a]) - Number(made[b]));
}
