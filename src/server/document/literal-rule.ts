import {
  type ASTVisitor,
  GraphQLError,
  Kind,
  validateInputLiteral,
  type ValidationContext,
  type ValueNode,
} from "graphql";

type Path = readonly (string | number)[];

/**
 * Instead of GraphQL.js's ValuesOfCorrectTypeRule: a literal that its type does not take is refused with the name of its
 * argument and its place. That one passes on a GraphQLError of a scalar as it is, and a scalar knows of neither.
 */
export function literalRule(context: ValidationContext): ASTVisitor {
  return {
    Argument: ({ value }) => check(value, () => `Argument "${String(context.getArgument())}" has invalid value`),
    VariableDefinition: ({ variable, defaultValue }) => {
      if (defaultValue) check(defaultValue, () => `Variable "$${variable.name.value}" has invalid default value`);
    },
  };

  function check(value: ValueNode, what: () => string): void {
    const type = context.getInputType();
    // Another rule refuses what the schema does not have.
    if (!type) return;
    const report = (error: GraphQLError, path: Path) => {
      const message = `${what()}${path.length === 0 ? "" : ` at ${written(path)}`}: ${error.message}`;
      context.reportError(new GraphQLError(message, { nodes: error.nodes ?? nodeAt(value, path) }));
    };
    validateInputLiteral(value, type, report, undefined, undefined, context.hideSuggestions);
  }
}

/** As GraphQL.js writes the place of a value in a variable. */
function written(path: Path): string {
  return path.map((key) => (typeof key === "number" ? `[${key}]` : `.${key}`)).join("");
}

/** The literal at a place within one. A value that stands for a list of itself is at the list's. */
function nodeAt(value: ValueNode, path: Path): ValueNode {
  const [key, ...rest] = path;
  const inner =
    value.kind === Kind.OBJECT
      ? value.fields.find(({ name }) => name.value === key)?.value
      : value.kind === Kind.LIST
        ? value.values[Number(key)]
        : undefined;
  return inner === undefined ? value : nodeAt(inner, rest);
}
