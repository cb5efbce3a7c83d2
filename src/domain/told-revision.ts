/** The revision that an answer tells of, and the lineage that it is a revision of. */
export interface ToldRevision {
  revision: number;
  lineage: string;
}
