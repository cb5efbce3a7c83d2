import {
  type GraphQLNamedType,
  type GraphQLSchema,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
} from "graphql";

/** The lengths of the lists that an object of introspection has, by their fields' names. */
type Lists = Readonly<Record<string, number>>;

/** A list of what is not null, itself not null: a type is wrapped no deeper. */
const DEEPEST = ".ofType".repeat(3);

/**
 * How many objects a field of introspection leads to at most, by the names of the fields that lead to
 * it, such as `.__schema.types.fields`. Of a list in each item of one that `__schema` has whole, it is
 * the mean, which is exact for all of them together.
 */
export function introspectionSizes(schema: GraphQLSchema): (path: string) => number {
  const types = Object.values(schema.getTypeMap());
  const directives = schema.getDirectives();
  const fields = types.flatMap((type) =>
    isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : [],
  );
  const known: Readonly<Record<string, readonly Lists[]>> = {
    ".__schema": [{ types: types.length, directives: directives.length }],
    ".__schema.types": types.map((type) => listsOf(schema, type)),
    ".__schema.types.fields": fields.map(({ args }) => ({ args: args.length })),
    ".__schema.directives": directives.map(({ args }) => ({ args: args.length })),
  };
  const means = new Map<string, number>();
  const most = new Map<string, number>();
  for (const [path, items] of Object.entries(known)) {
    for (const [name, length] of items.flatMap((lists) => Object.entries(lists))) {
      const list = `${path}.${name}`;
      means.set(list, (means.get(list) ?? 0) + length / items.length);
      most.set(name, Math.max(most.get(name) ?? 0, length));
    }
  }
  return (path) => {
    if (path.endsWith(`${DEEPEST}.ofType`)) return 0;
    return means.get(path) ?? most.get(path.slice(path.lastIndexOf(".") + 1)) ?? 1;
  };
}

function listsOf(schema: GraphQLSchema, type: GraphQLNamedType): Lists {
  const has = isObjectType(type) || isInterfaceType(type);
  return {
    ...(has ? { fields: Object.keys(type.getFields()).length, interfaces: type.getInterfaces().length } : {}),
    ...(isAbstractType(type) ? { possibleTypes: schema.getPossibleTypes(type).length } : {}),
    ...(isEnumType(type) ? { enumValues: type.getValues().length } : {}),
    ...(isInputObjectType(type) ? { inputFields: Object.keys(type.getFields()).length } : {}),
  };
}
