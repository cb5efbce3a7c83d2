import type { InputRef } from "@pothos/core";
import * as v from "valibot";
import * as vocabulary from "../../src/domain/vocabulary.ts";
import type { NounDescription, ObjectSchema, PartDescription } from "../../src/nouns/description.ts";
import { fieldsOf } from "../../src/nouns/structure.ts";
import { builder } from "../builder.ts";
import * as enums from "../enum.ts";
import { ActorSort } from "../actor/actor-filter.ts";
import { asMade } from "../assertion.ts";

/** What is given for an input object: as it came, to be checked by the very schema that it was made out of. */
export type Input = Record<string, unknown>;

type Schema = v.GenericSchema & {
  readonly wrapped?: Schema;
  readonly item?: Schema;
  readonly options?: readonly string[];
};

/** What a change set says of a noun or a part, where it says something. */
type Said = (NounDescription | PartDescription) & { readonly input: ObjectSchema };

interface Field {
  type: unknown;
  isList: boolean;
  required: boolean;
  description: string;
}

/** The input objects of those that lie within others, by their schemas. */
const nested = new Map<unknown, InputRef<Input>>();

/** The GraphQL input object of a schema of change sets: the same fields, with the same descriptions. */
export function inputType(name: string, of: Said, change: Partial<Record<string, Partial<Field>>> = {}) {
  const ref = make(
    name,
    `${described(of.input)}. What is wrong with it is told in the payload's errors`,
    of,
    (field, own) => ({
      ...own,
      ...change[field],
    }),
  );
  nested.set(of.input, ref);
  return ref;
}

/** The input object that changes some fields of what is there, without those that stay for good. */
export function editType(name: string, of: Said, fixed: readonly string[]) {
  const description = `What is to change of it. A field that is left out stays as it is, a list is replaced as a whole`;
  return make(name, description, of, (field, own) => {
    if (fixed.includes(field)) return null;
    const absent = own.required || own.isList ? "" : "; null: taken away";
    return { ...own, required: false, description: `${own.description}. Left out: stays as it is${absent}` };
  });
}

function make(
  name: string,
  description: string,
  of: Said,
  change: (field: string, own: Field) => Field | null,
): InputRef<Input> {
  const references = new Set(fieldsOf(of).flatMap((field) => (field.references === null ? [] : [field.name])));
  return builder.inputRef<Input>(name).implement({
    description,
    fields: (t) =>
      asMade(
        Object.fromEntries(
          Object.entries(of.input.entries).flatMap(([field, schema]) => {
            const told = change(field, fieldOf(schema, references.has(field)));
            if (told === null) return [];
            const { type, isList, required, description } = told;
            return [
              [
                field,
                t.field({
                  type: asMade(isList ? [type] : type),
                  required: asMade(required),
                  description,
                }),
              ],
            ];
          }),
        ),
      ),
  });
}

function fieldOf(schema: Schema, isReference: boolean): Field {
  const description = `${described(schema)}${isReference ? ". Its id will do too" : ""}`;
  const required = schema.type !== "optional";
  const inner = unwrapped(schema);
  if (inner.type === "array") return { type: typeOf(unwrapped(inner.item!)), isList: true, required, description };
  return { type: typeOf(inner), isList: false, required, description };
}

function typeOf(schema: Schema): unknown {
  switch (schema.type) {
    case "string":
      return "String";
    case "number":
      return "Int";
    case "boolean":
      return "Boolean";
    case "picklist":
      return enumOf(schema.options ?? []);
    default: {
      const ref = nested.get(schema);
      if (ref === undefined) throw new Error(`${described(schema)}: this input object is to be made first`);
      return ref;
    }
  }
}

const vocabularies: readonly (readonly [object, unknown])[] = [
  [vocabulary.actorTypes, ActorSort],
  [vocabulary.aliasSorts, enums.AliasSort],
  [vocabulary.allianceKinds, enums.AllianceKind],
  [vocabulary.allianceStatusCodes, enums.AllianceStatusCode],
  [vocabulary.eventKinds, enums.EventKind],
  [vocabulary.membershipRoles, enums.MembershipRole],
  [vocabulary.obligationCodes, enums.ObligationCode],
  [vocabulary.organizationTypes, enums.OrganizationType],
  [vocabulary.participantRoles, enums.ParticipantRole],
  [vocabulary.ranks, enums.Rank],
  [vocabulary.stances, enums.Stance],
  [vocabulary.statementForms, enums.StatementForm],
];

function enumOf(values: readonly string[]): unknown {
  const own = vocabularies.find(([vocabulary]) => Object.keys(vocabulary).join() === values.join());
  if (own === undefined) throw new Error(`there is no enum of ${values.join(", ")}`);
  return own[1];
}

function unwrapped(schema: Schema): Schema {
  return schema.wrapped === undefined ? schema : unwrapped(schema.wrapped);
}

/** The first description on the way in. */
function described(schema: Schema): string {
  const own = v.getDescription(schema);
  if (own !== undefined) return own;
  const inner = schema.wrapped ?? schema.item;
  if (inner === undefined) throw new Error(`a ${schema.type} has no description`);
  return described(inner);
}
