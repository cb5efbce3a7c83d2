import { env } from "cloudflare:workers";
import worker from "../../src/worker.ts";
import type { Role } from "../../src/domain/role.ts";
import { type Key, makeKey, trusting } from "../server/auth/issuer.ts";

export interface ChangeErrorData {
  code: string;
  message: string;
  path: string[];
  nodes: { id: string }[];
  changes: { revision: { number: number }; fields: FieldData[] }[];
}

export interface FieldData {
  name: string;
  before: string | null;
  after: string | null;
}

export interface PayloadData {
  revision: { number: number; author: string; reason: string } | null;
  node: ({ __typename: string; id: string } & Record<string, unknown>) | null;
  nodes: { id: string }[];
  preview: { action: string; nodeId: string | null; name: string; fields: FieldData[] }[];
  errors: ChangeErrorData[];
}

export interface Answer {
  status: number;
  data: Record<string, PayloadData | null> | null;
  errors?: { message: string; extensions: { code: string } }[];
  extensions?: { revision?: number; lineage?: string; cost?: object };
}

const PAYLOAD = `
  revision { number author reason }
  node { __typename id ... on Actor { slug name description } ... on Membership { role period { from to } rank } }
  nodes { id }
  preview { action nodeId name fields { name before after } }
  errors { code message path nodes { id } changes { revision { number } fields { name before after } } }
`;

let key: Promise<Key> | undefined;

/** For a document that is itself a long list. */
export const LONG = { LIMIT_DOCUMENT_BYTES: 100_000, LIMIT_DOCUMENT_TOKENS: 10_000 };

/** Sends a GraphQL document as whoever has the role; as nobody for null. */
export async function post(
  role: Role | null,
  query: string,
  variables: object = {},
  database: D1Database = env.DB,
  settings: object = {},
): Promise<Answer> {
  const signing = await (key ??= makeKey("k1"));
  const token = role === null ? null : await signing.sign({ role, sub: role, name: `Ada the ${role}` });
  const request = new Request("http://localhost/graphql", {
    method: "POST",
    headers: { "content-type": "application/json", ...(token === null ? {} : { authorization: `Bearer ${token}` }) },
    body: JSON.stringify({ query, variables }),
  });
  const response = await worker.fetch(request as never, { ...env, ...settings, ...trusting(signing), DB: database });
  return { status: response.status, ...(await response.json<Omit<Answer, "status">>()) };
}

/** The payload of one mutation, with its arguments written out, sent by an editor unless said otherwise. */
export async function mutate(
  call: string,
  variables: Record<string, unknown> = {},
  { role = "editor", database = env.DB, settings = {} }: { role?: Role; database?: D1Database; settings?: object } = {},
): Promise<PayloadData> {
  const declared = Object.keys(variables).map((name) => `$${name}: ${name.replace(/_.*$/, "")}!`);
  const head = declared.length === 0 ? "mutation" : `mutation (${declared.join(", ")})`;
  const { data, errors } = await post(
    role,
    `${head} { answer: ${call} { ${PAYLOAD} } }`,
    variables,
    database,
    settings,
  );
  if (errors !== undefined || data?.["answer"] == null) throw new Error(JSON.stringify(errors));
  return data["answer"];
}

/** The id of the node that a field of Query leads to. */
export async function idOf(field: string): Promise<string> {
  const { data } = await post(null, `{ node: ${field} { id } }`);
  if (data === null) throw new Error(`${field} is not answered`);
  return (data["node"] as unknown as { id: string }).id;
}
