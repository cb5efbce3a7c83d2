import {
  type ASTNode,
  type FieldNode,
  getNamedType,
  type GraphQLNamedType,
  type InlineFragmentNode,
  isAbstractType,
  isInterfaceType,
  isObjectType,
  Kind,
  type SelectionNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from "graphql";
import type { Question } from "./question.ts";
import { schema } from "./schema.ts";

/** As clients send it, who ask everything for its type. */
export function withTypes(question: Question): Question {
  return { ...question, name: `${question.name}Typed`, document: withFirst(question, () => [field("__typename")]) };
}

/** As clients should send it: everything is asked for its type, and for its id where it has one. */
export function withIds(question: Question): Question {
  return {
    ...question,
    name: `${question.name}Identified`,
    document: withFirst(question, (type) => [field("__typename"), ...idOf(type)]),
  };
}

/** With more fields in each selection set but those of operations. */
function withFirst({ document }: Question, more: (type: GraphQLNamedType) => readonly SelectionNode[]) {
  const info = new TypeInfo(schema);
  return visit(
    document,
    visitWithTypeInfo(info, {
      SelectionSet: (node, _key, parent) => {
        const type = getNamedType(info.getParentType());
        if (type == null || (parent as ASTNode).kind === Kind.OPERATION_DEFINITION) return undefined;
        const present = new Set(node.selections.map((one) => (one.kind === Kind.FIELD ? one.name.value : "")));
        const missing = more(type).filter((one) => one.kind !== Kind.FIELD || !present.has(one.name.value));
        return { ...node, selections: [...missing, ...node.selections] };
      },
    }),
  );
}

function idOf(type: GraphQLNamedType): readonly SelectionNode[] {
  if (isInterfaceType(type) || isObjectType(type)) return type.getFields()["id"] === undefined ? [] : [field("id")];
  return isAbstractType(type) ? [onNode] : [];
}

function field(name: string): FieldNode {
  return { kind: Kind.FIELD, name: { kind: Kind.NAME, value: name } };
}

/** All that a union of this schema stands for is a Node. */
const onNode: InlineFragmentNode = {
  kind: Kind.INLINE_FRAGMENT,
  typeCondition: { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: "Node" } },
  selectionSet: { kind: Kind.SELECTION_SET, selections: [field("id")] },
};
