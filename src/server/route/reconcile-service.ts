/** What reconciliation asks of the data: the HTTP side knows no database. */
export interface ReconcileService {
  /** What the data are called, by which people pick the service. */
  name: string;
  /** For each query, whom or what its name may mean, the likeliest first. */
  match: (queries: readonly ReconcileQuery[]) => Promise<ReconcileMatch[][]>;
  /** What has a name that begins like this, the best first. */
  suggest: (prefix: string) => Promise<ReconcileEntity[]>;
  /** What has this id; null where nothing has. */
  find: (id: string) => Promise<ReconcileEntity | null>;
}

export interface ReconcileQuery {
  name: string;
  /** Names of types, of which any will do; null for all. */
  types: readonly string[] | null;
  limit: number;
}

export interface ReconcileEntity {
  id: string;
  name: string;
  type: string;
  description: string | null;
}

export interface ReconcileMatch extends Omit<ReconcileEntity, "description"> {
  /** From 0 to 1. */
  score: number;
  exact: boolean;
}

/** The types that can be asked for, by name. */
export const reconcileTypes = ["State", "Person", "Organization", "Alliance"] as const;

/** The longest name, in UTF-16 units, that is looked for. */
export const LONGEST_NAME = 200;
