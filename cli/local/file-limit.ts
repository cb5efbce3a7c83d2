const MIB = 2 ** 20;

/** How large what is read of a file may be, in bytes but for the depth: docs/import.md tells of them. Within them reading is quick and fits into memory. */
export const MOST = {
  /** A file that is read whole: a JSON document, Popolo data, a text in another encoding than UTF-8. */
  document: 64 * MIB,
  /** What a gzipped file unpacks to. */
  unpacked: 256 * MIB,
  /** A line, an entry, or a row with all its lines. */
  entry: 16 * MIB,
  cell: MIB,
  /** Lists and objects within each other. */
  depth: 64,
};

/** A size in words: 64 MiB. */
export function inMib(bytes: number): string {
  return `${bytes / MIB} MiB`;
}
