import {
  type DocumentNode,
  doTypesOverlap,
  type GraphQLCompositeType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  Kind,
  parse,
  print,
  type SelectionNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from "graphql";
import { Node } from "../../schema/node/node.ts";
import { schema } from "../../schema/index.ts";

const node = schema.getType(Node.name) as GraphQLCompositeType;

/** What is asked of an object besides, by its type: how surely it holds, and what makes it so. */
const besides: Readonly<Record<string, string>> = {
  PathHop: "certainty partnership { id }",
  NetworkEdge: "certainty membershipId",
  MemberEdge: "certainty membership { id }",
  PartnerEdge: "certainty partnerships { id }",
  MembershipEdge: "certainty node { id }",
  ObligationEdge: "certainty node { id }",
  OfficeEdge: "certainty node { id }",
  PartnershipEdge: "certainty node { id }",
};

function selectionsFor(type: GraphQLCompositeType): readonly SelectionNode[] {
  if (type === schema.getQueryType() || isIntrospectionType(type)) return [];
  const ownId = (isObjectType(type) || isInterfaceType(type)) && "id" in type.getFields();
  const id = ownId ? "id" : doTypesOverlap(schema, type, node) ? "... on Node { id }" : "";
  const text = `{ __typename ${id} ${besides[type.name] ?? ""} }`;
  const [operation] = parse(text).definitions;
  return operation?.kind === Kind.OPERATION_DEFINITION ? operation.selectionSet.selections : [];
}

/** The document, in which each object is asked for its type and id too, and each edge how surely it holds. */
export function askingIds(document: DocumentNode): string {
  const types = new TypeInfo(schema);
  return print(
    visit(
      document,
      visitWithTypeInfo(types, {
        SelectionSet: {
          leave: (set) => {
            const type = types.getParentType();
            return type == null ? undefined : { ...set, selections: [...set.selections, ...selectionsFor(type)] };
          },
        },
      }),
    ),
  );
}
