import type { D1Client } from "../../../drizzle/client/d1-client.ts";
import { nounOf } from "../../nouns/structure.ts";
import { type RowKey, nouns } from "../../nouns/index.ts";
import { getTableName } from "drizzle-orm";

/** What tells a request to write from every other. */
export interface RequestKey {
  /** Whose token came with it. */
  subject: string;
  idempotencyKey: string;
  /** Whether the key was made for this request, as it came without one: nobody else has used it. */
  isMade: boolean;
  /** SHA-256 of what is asked for. */
  request: string;
}

/** What became of a request. */
export interface Receipt {
  request: string;
  /** The revision that it made; null where there was nothing to change. */
  revision: number | null;
  /** The revision that the data was at after it. */
  state: number;
  /** The node that it was about. */
  node: RowKey | null;
}

interface ReceiptRow extends Omit<Receipt, "node"> {
  noun: string | null;
  nodeId: number | null;
}

export async function readReceipt(d1: D1Client, { subject, idempotencyKey }: RequestKey): Promise<Receipt | null> {
  const row = await d1
    .prepare("SELECT request, revision, state, noun, node_id AS nodeId FROM receipts WHERE subject = ? AND key = ?")
    .bind(subject, idempotencyKey)
    .first<ReceiptRow>();
  if (row === null) return null;
  const { noun, nodeId, ...receipt } = row;
  return { ...receipt, node: noun === null || nodeId === null ? null : { noun: nounOf(noun), id: nodeId } };
}

export function insertReceipt(
  d1: D1Client,
  { subject, idempotencyKey, request }: RequestKey,
  { revision, state, node }: Omit<Receipt, "request">,
): D1PreparedStatement {
  return d1
    .prepare(
      "INSERT INTO receipts (subject, key, request, revision, state, noun, node_id) VALUES (?, ?, ?, ?, ?, ?, ?)",
    )
    .bind(
      subject,
      idempotencyKey,
      request,
      revision,
      state,
      node === null ? null : getTableName(nouns[node.noun].table),
      node?.id ?? null,
    );
}
