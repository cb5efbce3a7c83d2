/** What a request took of the database. */
export interface Usage {
  /** SQL statements that were sent, each time that they were. */
  statements: number;
  rowsRead: number;
  rowsWritten: number;
  /** Of the database's own time, in milliseconds. */
  milliseconds: number;
}

export function noUsage(): Usage {
  return { statements: 0, rowsRead: 0, rowsWritten: 0, milliseconds: 0 };
}
