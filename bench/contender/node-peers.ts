/** Peers and the floor on Node, over SQLite in the same process by better-sqlite3. */
import type { Contender } from "./contender.ts";
import { post, withPlainCursor } from "./graphql-request.ts";
import { serveNode } from "./served-node.ts";

const overSqlite = (name: string, title: string, file: string): Contender => ({
  name,
  title,
  runtime: "node",
  kind: "peer",
  start: (data) => serveNode(file, data),
  request: (question, variables) => post(question, withPlainCursor(variables)),
  answer: (_, data) => data,
});

export const nodeFloor: Contender = {
  ...overSqlite("node-floor", "Node, the same hand-written SQL over better-sqlite3 (floor)", "floor.ts"),
  kind: "floor",
  memberships: true,
};

export const nodePeers: readonly Contender[] = [
  {
    ...overSqlite("mercurius", "Node, Mercurius with JIT + DataLoader", "mercurius.ts"),
    request: (question, variables) => post(question, withPlainCursor(variables), "/graphql"),
  },
  {
    ...overSqlite("apollo", "Node, Apollo Server + DataLoader", "apollo.ts"),
    request: (question, variables) => post(question, withPlainCursor(variables), "/"),
  },
  overSqlite("yoga", "Node, GraphQL Yoga + DataLoader", "yoga.ts"),
];
