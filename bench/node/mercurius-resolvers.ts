type Resolvers = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** Mercurius has resolveType where others have __resolveType. */
export function forMercurius(resolvers: Resolvers): Resolvers {
  return Object.fromEntries(
    Object.entries(resolvers).map(([type, { __resolveType, ...fields }]) => [
      type,
      __resolveType === undefined ? fields : { ...fields, resolveType: __resolveType },
    ]),
  );
}
