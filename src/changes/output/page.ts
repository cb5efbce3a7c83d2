/** Which entries are read: the first so many whose names come after one, in the order of their bytes. */
export interface Page {
  after: string;
  limit: number;
}

/** For `findMany`: the rows of a page by the column of their lasting names. */
export function bySlug({ after, limit }: Page) {
  return { where: { slug: { gt: after } }, orderBy: { slug: "asc" }, limit } as const;
}

export function byKey({ after, limit }: Page) {
  return { where: { key: { gt: after } }, orderBy: { key: "asc" }, limit } as const;
}
