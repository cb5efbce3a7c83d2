import {
  type GraphQLNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedScalarType,
} from "graphql";
import { expect, it } from "vitest";
import { schema } from "../../schema/index.ts";

interface Described {
  name: string;
  description?: string | null | undefined;
}

/** The type and all that it is made of, each by its coordinate. */
function partsOf(type: GraphQLNamedType): [string, Described][] {
  const parts: [string, Described][] = [[type.name, type]];
  if (isEnumType(type)) for (const value of type.getValues()) parts.push([`${type.name}.${value.name}`, value]);
  if (isInputObjectType(type)) {
    for (const field of Object.values(type.getFields())) parts.push([`${type.name}.${field.name}`, field]);
  }
  if (isObjectType(type) || isInterfaceType(type)) {
    for (const field of Object.values(type.getFields())) {
      parts.push([`${type.name}.${field.name}`, field]);
      for (const argument of field.args) parts.push([`${type.name}.${field.name}(${argument.name}:)`, argument]);
    }
  }
  return parts;
}

it("describes every type, field, argument and enum value", () => {
  const own = Object.values(schema.getTypeMap()).filter(
    (type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type),
  );
  const bare = own.flatMap(partsOf).filter(([, part]) => (part.description ?? "").trim().length < 3);
  expect(bare.map(([coordinate]) => coordinate)).toEqual([]);
  expect(own.length).toBeGreaterThan(50);
});

it("says of each enum that it may grow, for typed clients", () => {
  const enums = Object.values(schema.getTypeMap()).filter((type) => isEnumType(type) && !isIntrospectionType(type));
  expect(enums.filter(({ description }) => !/new values may be added/i.test(description ?? ""))).toEqual([]);
});
