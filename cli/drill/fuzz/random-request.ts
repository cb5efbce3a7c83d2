import { createHash } from "node:crypto";
import * as fc from "fast-check";
import type { GraphQLSchema } from "graphql";
import { type Draw, drawing } from "../../../test/random/draw.ts";
import type { KnownValues } from "../../../test/random/known-values.ts";
import { randomDocuments } from "../../../test/random/random-document.ts";
import { damagedBytes, damagedDocument } from "./damaged-text.ts";
import { hostileArguments } from "./hostile-argument.ts";
import { hostileTexts, wrongValues } from "./hostile-text.ts";
import { oddHeaders } from "./odd-header.ts";
import { oddPath } from "./odd-path.ts";
import { type FuzzRequest, got, kinds, type Kind, posted } from "./request.ts";
import { forgedCursors } from "./forged-cursor.ts";

const SIZE = { levels: 6, objects: 12 };
/** How many requests of a seed there are, and so how often a kind comes: most for what the schema has most of. */
const TIMES: Readonly<Record<Kind, number>> = {
  document: 6,
  argument: 10,
  mutation: 5,
  "damaged document": 6,
  "damaged JSON": 3,
  parameter: 3,
  batch: 2,
  events: 2,
  cursor: 3,
  id: 2,
  header: 3,
  path: 2,
};

/** Tokens that are good. */
export interface Tokens {
  reader: string;
  admin: string;
}

/** All requests of a seed, the same each time for the same schema, data and tokens. */
export function randomRequests(schema: GraphQLSchema, known: KnownValues, tokens: Tokens) {
  const documents = randomDocuments(schema, known, SIZE);
  const argumentsOf = hostileArguments(schema, known);
  const cursors = forgedCursors();

  return (seed: number): FuzzRequest[] => {
    const sampled = fc.sample(documents, { seed, numRuns: 2 }).flat();
    const draws = fc.gen().map((generate) => all(drawing(generate), sampled));
    return fc.sample(draws, { seed, numRuns: 1 })[0]!;
  };

  function all(draw: Draw, sampled: readonly { query: string; operationName: string; variables: object }[]) {
    const { oneOf, chance, several } = draw;
    const authorized = (token: string) => ({ authorization: `Bearer ${token}` });
    const one: Record<Kind, () => FuzzRequest> = {
      document: () => {
        const body = oneOf(sampled);
        const request = posted("document", body, chance(10) ? authorized(tokens.reader) : {});
        return chance(40) ? got(request, { ...body }) : request;
      },
      argument: () => {
        const body = argumentsOf(draw, false);
        const request = posted("argument", body);
        return chance(30) ? got(request, body) : request;
      },
      mutation: () => {
        const headers = chance(90) ? authorized(chance(90) ? tokens.admin : tokens.reader) : {};
        return posted("mutation", argumentsOf(draw, true), headers);
      },
      "damaged document": () => {
        const { query, variables } = chance(70) ? oneOf(sampled) : argumentsOf(draw, chance(20));
        const body = { query: damagedDocument(draw, query), variables };
        const request = posted("damaged document", body);
        return chance(20) ? got(request, body) : request;
      },
      "damaged JSON": () => posted("damaged JSON", damagedBytes(draw, JSON.stringify(oneOf(sampled)))),
      parameter: () => {
        const body: Record<string, unknown> = { ...oneOf(sampled) };
        const names = ["query", "operationName", "variables", "extensions", "documentId", oneOf(hostileTexts)];
        const hash = () => createHash("sha256").update(oneOf(hostileTexts)).digest("hex");
        const value = () => (chance(30) ? hash() : chance(60) ? oneOf(wrongValues) : oneOf(hostileTexts));
        several(1, 2, () => {
          const name = oneOf(names);
          body[name] =
            name === "extensions" && chance(80)
              ? { [oneOf(["revision", "persistedQuery"])]: chance(50) ? value() : { version: 1, sha256Hash: value() } }
              : value();
        });
        if (chance(15)) {
          delete body["query"];
          body["documentId"] = hash();
        }
        const request = posted("parameter", body);
        return chance(30) ? got(request, body) : request;
      },
      batch: () => {
        const body = several(0, 12, () =>
          chance(80) ? oneOf(sampled) : chance(50) ? argumentsOf(draw, true) : oneOf(wrongValues),
        );
        return posted("batch", body, chance(10) ? authorized(tokens.reader) : {});
      },
      events: () => {
        const accept = oneOf(["text/event-stream", "text/*", "application/json;q=0.1, text/event-stream"]);
        const body = chance(80) ? oneOf(sampled) : argumentsOf(draw, chance(30));
        const request = posted("events", chance(90) ? body : [body], { accept });
        return chance(30) ? got(request, { ...body }) : request;
      },
      cursor: () => posted("cursor", cursors(draw)),
      id: () => posted("id", oddId(draw)),
      header: () => oddHeaders(draw, oneOf(sampled), tokens.reader),
      path: () => oddPath(draw, known),
    };
    return kinds.flatMap((kind) => Array.from({ length: TIMES[kind] }, () => one[kind]()));
  }

  /** Ids that are damaged, or of another type than they say. */
  function oddId(draw: Draw) {
    const { oneOf, chance, several } = draw;
    const types = ["State", "Person", "Organization", "Alliance", "Article", "Statement", "Event", "Revision", "Query"];
    const made = () =>
      Buffer.from(`${oneOf(types)}:${oneOf([...hostileTexts, "1", "01", "1.0", "1e0", " 1"]).slice(0, 300)}`);
    const id = (): string => {
      if (chance(40)) return made().toString(oneOf(["base64", "base64url", "hex"] as const));
      const good = String(oneOf(known["id"]!));
      return chance(30) ? good : damagedBytes(draw, good).toString();
    };
    const query =
      'query ($id: ID!, $ids: [ID!]!) { node(id: $id) { __typename id } nodes(ids: $ids) { __typename id } actor(id: $id) { name } alliance(id: $id) { name } article(id: $id) { title } statement(id: $id) { text } paths(from: $id, to: "japan") { __typename } stances(from: $id, toward: $id) { __typename } }';
    return { query, variables: { id: id(), ids: several(0, 4, id) } };
  }
}
