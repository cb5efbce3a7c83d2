/** A row as D1 gives it, by the names of its columns. */
export type StoredRow = Readonly<Record<string, string | number | null>>;

/** A statement of a batch, and what takes its rows. */
export interface PendingRead {
  statement: D1PreparedStatement;
  take: (rows: StoredRow[]) => void;
}

/** Has a statement over a list of names read in the batch; none where there are no names. */
export type Read = (sql: string, names: Iterable<string>, take: PendingRead["take"]) => void;
