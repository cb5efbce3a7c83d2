import { env } from "cloudflare:workers";
import * as fc from "fast-check";
import { getOperationAST, parse } from "graphql";
import { beforeAll, describe, expect, it } from "vitest";
import { schema } from "../../schema/index.ts";
import { readGlobalId, writeGlobalId } from "../../schema/node/global-id.ts";
import { dayOf } from "../../src/domain/time/day.ts";
import worker from "../../src/worker.ts";
import { ask } from "../ask.ts";
import { loadDataset } from "../load-dataset.ts";
import { knownValues } from "../random/known-values.ts";
import { randomDocuments, type RandomRequest } from "../random/random-document.ts";
import { askingIds } from "./asking-ids.ts";
import { Consistency, Overstatements } from "./consistent.ts";
import { datasetHorizons } from "./dataset-horizons.ts";
import { type Answered, observe, type Step } from "./observe.ts";

/** `VITE_AGREEING_QUERIES=20000 npx vitest run --project worker test/horizon/answers-agree.worker.test.ts` asks more of them. */
const QUERIES = Number(import.meta.env["VITE_AGREEING_QUERIES"] ?? 1000);
const FIRST_SEED = Number(import.meta.env["VITE_AGREEING_SEED"] ?? 19560507);

const golden = import.meta.glob<string>("../queries/*.graphql", { query: "?raw", import: "default", eager: true });
const variables = import.meta.glob<Record<string, unknown>>("../queries/*.variables.json", {
  import: "default",
  eager: true,
});

/** As much as is asked for: what a client may ask is not the matter here. */
const UNBOUNDED = {
  LIMIT_BODY_BYTES: "10000000",
  LIMIT_COST: "10000000",
  LIMIT_DEADLINE_MS: "600000",
  LIMIT_DEPTH: "50",
  LIMIT_DOCUMENT_BYTES: "1000000",
  LIMIT_DOCUMENT_TOKENS: "10000",
};

/** The day of the revision that loads the data set. */
const READ_ON = "2026-11-24";

let consistency: Consistency;
let overstatements: Overstatements;
const answered = { random: 0, golden: 0 };

beforeAll(
  async () => {
    await loadDataset();
    const horizons = await datasetHorizons();
    const horizonOf = (id: string): string => {
      const { type, key } = readGlobalId(id)!;
      if (type !== "Partnership") return horizons.get(id)!;
      const [mine, theirs, status] = key.split("-") as [string, string, string];
      const facts = [writeGlobalId("Membership", mine), writeGlobalId("Membership", theirs)];
      return [...facts, writeGlobalId("AllianceStatus", status)].map(horizonOf).toSorted()[0]!;
    };
    consistency = new Consistency();
    overstatements = new Overstatements(horizonOf, READ_ON);
    for (const [file, query] of Object.entries(golden)) {
      const values = variables[file.replace(".graphql", ".variables.json")] ?? {};
      const isAnswered = await look({ query, operationName: "", variables: values }, false);
      answered.golden += Number(isAnswered);
    }
    const documents = randomDocuments(schema, await knownValues(ask), { levels: 5, objects: 10 });
    let asked = 0;
    for (let seed = FIRST_SEED; asked < QUERIES; seed++) {
      for (const request of fc
        .sample(documents, { seed, numRuns: 25 })
        .flat()
        .slice(0, QUERIES - asked)) {
        asked += 1;
        answered.random += Number(await look(request, asked % 4 === 0));
      }
    }
  },
  2 * 60 * 60_000,
);

/** Asks, now and then as of the revision that is the present, and looks at each field of the answer; false where it has errors. */
async function look(request: RandomRequest, isPinned: boolean): Promise<boolean> {
  const query = askingIds(parse(request.query));
  const { operationName, variables: values } = request;
  const body = { query, variables: values, ...(operationName !== "" && { operationName }) };
  const today = dayOf(Date.now());
  const response = await worker.fetch(
    new Request("http://localhost/graphql", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ ...body, ...(isPinned && { extensions: { revision: 1 } }) }),
    }) as never,
    { ...env, ...UNBOUNDED },
  );
  const { data, errors } = await response.json<{ data?: Answered; errors?: { message: string }[] }>();
  if (data == null || errors !== undefined) return false;
  const document = parse(query);
  const operation = getOperationAST(document, operationName === "" ? undefined : operationName)!;
  const asked = JSON.stringify(body);
  observe(document, operation, values, data, {
    value: (about, value) => consistency.tell(`${today} ${about}`, value, asked),
    field: (id, field, { asOf }, value) => {
      const isOfNode = field === "certainty" && asOf !== undefined;
      if (isOfNode && value === "CERTAIN") overstatements.certainOn([id], asOf as string, asked);
    },
    object: (type, object, way) => {
      if (isOfList(type) && object["certainty"] === "CERTAIN")
        overstatements.certainOn(factsOf(object), dayOfList(way, today), `${type} ${asked}`);
    },
  });
  return true;
}

/** The ids of the facts of which any one makes an edge or hop what it is. */
function factsOf({ membershipId, partnership, partnerships, membership, node }: Answered): string[] {
  if (membershipId !== undefined) return [membershipId as string];
  const facts = partnerships ?? [partnership ?? membership ?? node];
  return (facts as Answered[]).map((fact) => fact["id"] as string);
}

/** Edges, and hops of paths: of what has an id the certainty is asked for with a day. */
function isOfList(type: string): boolean {
  return /(?:Edge|Hop)$/.test(type);
}

/** The day that the nearest list on the way is of. */
function dayOfList(way: readonly Step[], today: string): string {
  const list = way.findLast(({ field }) => !["edges", "hops"].includes(field))!;
  return (list.args["asOf"] ?? today) as string;
}

describe(`answers to ${QUERIES} random queries and to each golden one`, () => {
  it("tell the same of one id, field and arguments wherever it stands, in one answer and in any two of a revision and day", () => {
    expect(consistency.contradictions.slice(0, 3)).toEqual([]);
    expect(consistency.again).toBeGreaterThan(5 * QUERIES);
    expect(answered.random).toBeGreaterThan(0.6 * QUERIES);
    expect(answered.golden).toBe(Object.keys(golden).length);
  });

  it("say CERTAIN of no day after what bears the fact out, nor after that of the revision", () => {
    expect(overstatements.found.slice(0, 3)).toEqual([]);
    expect(overstatements.certain).toBeGreaterThan(QUERIES / 10);
  });
});

describe("the look at an answer", () => {
  const query =
    '{ a: node(id: "x") { __typename id ... on Membership { certainty } } b: node(id: "x") { __typename id ... on Membership { certainty } } }';
  const contradicted = (certainties: [string, string]) => {
    const [a, b] = certainties.map((certainty) => ({ __typename: "Membership", id: "x", certainty }));
    const own = new Consistency();
    observe(
      parse(query),
      getOperationAST(parse(query))!,
      {},
      { a: a!, b: b! },
      {
        value: (about, value) => own.tell(about, value, query),
        field: () => undefined,
        object: () => undefined,
      },
    );
    return own.contradictions.map(({ about, values }) => [about, ...values]);
  };

  it("finds two certainties of one id, as nodes of lists of two days had them before 0.2.0", () => {
    expect(contradicted(["CERTAIN", "POSSIBLE"])).toEqual([["x certainty([])", '"CERTAIN"', '"POSSIBLE"']]);
    expect(contradicted(["CERTAIN", "CERTAIN"])).toEqual([]);
  });

  it("finds a CERTAIN of a day after what bears it out, or after the revision's", () => {
    const own = new Overstatements(() => "2024-05-01", "2024-06-01");
    for (const day of ["2024-05-01", "2024-05-02"]) own.certainOn(["x"], day, day);
    const later = new Overstatements(() => "9999-12-31", "2024-06-01");
    for (const day of ["2024-06-01", "2024-06-02"]) later.certainOn(["x"], day, day);
    expect([...own.found, ...later.found]).toEqual([
      "2024-05-02: 2024-05-02, borne out until 2024-05-01",
      "2024-06-02: 2024-06-02, borne out until 9999-12-31",
    ]);
  });
});
