import { type DocumentNode, Kind, type NameNode, print, visit } from "graphql";
import type { Question } from "../question/question.ts";

/** The module of a question as Relay takes it: its definitions bear the module's name, and fragments hide nothing. */
export function relaySource({ name, document }: Question): string {
  const renamed = document.definitions.map((definition) => print(renamedIn(name, definition)));
  return renamed.map((text) => `graphql\`${text}\`;\n`).join("");
}

function renamedIn(module: string, definition: DocumentNode["definitions"][number]) {
  const fragment = ({ value }: NameNode): NameNode => ({ kind: Kind.NAME, value: `${module}_${value}` });
  return visit(definition, {
    OperationDefinition: (node) => ({ ...node, name: { kind: Kind.NAME, value: `${module}Query` } as const }),
    FragmentDefinition: (node) => ({ ...node, name: fragment(node.name) }),
    FragmentSpread: (node) => ({ ...node, name: fragment(node.name), directives: [unmasked] }),
  });
}

const unmasked = {
  kind: Kind.DIRECTIVE,
  name: { kind: Kind.NAME, value: "relay" },
  arguments: [
    { kind: Kind.ARGUMENT, name: { kind: Kind.NAME, value: "mask" }, value: { kind: Kind.BOOLEAN, value: false } },
  ],
} as const;
