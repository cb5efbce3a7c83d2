import { type GraphQLSchema, isAbstractType, isObjectType } from "graphql";

/** What a client that keeps objects by id is to be told of a schema. */
export interface ClientCache {
  /** The object types that each interface and union stands for: Apollo Client's `possibleTypes`. */
  possibleTypes: Record<string, string[]>;
  /** The object types without an `id`: each belongs to the field that it is read by. */
  typesWithoutId: string[];
}

/** Works out of a schema what its clients are to be told. */
export function clientCache(schema: GraphQLSchema): ClientCache {
  const types = Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith("__"));
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  const namesOf = (some: readonly { name: string }[]) => some.map(({ name }) => name).toSorted();
  return {
    possibleTypes: Object.fromEntries(
      types.filter(isAbstractType).map((type) => [type.name, namesOf(schema.getPossibleTypes(type))]),
    ),
    typesWithoutId: namesOf(
      types.filter(isObjectType).filter((type) => !roots.includes(type) && type.getFields()["id"] === undefined),
    ),
  };
}
