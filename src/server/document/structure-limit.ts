import { type DefinitionNode, type DocumentNode, GraphQLError, Kind, type SelectionSetNode } from "graphql";
import { coded } from "../http/error.ts";
import { pairsIn } from "../cost/merged-field.ts";

const MOST_ALIASES = 50;
const MOST_DIRECTIVES = 50;
const MOST_FRAGMENTS = 30;
/** How often a selection may name the same field of the answer again: each is merged with all others. */
const MOST_REPEATED = 10;
/** With every fragment written out. */
const MOST_SELECTIONS = 1000;
/** Of fields of one name in the answer, wherever in the document they are: the validation compares each with each. */
const MOST_PAIRS = 2000;
/** What GraphiQL asks of a schema nests 15 deep. */
const INTROSPECTION_DEPTH = 16;

interface Weight {
  depth: number;
  selections: number;
  aliases: number;
}

/**
 * Why a document is refused by its mere shape, before it is validated; null where it is not. The depth is how many
 * selections lie within one another. Takes time in proportion to the document's length.
 */
export function structureFault(document: DocumentNode, mostDepth: number): GraphQLError | null {
  try {
    checkStructure(document, mostDepth);
    return null;
  } catch (error) {
    if (error instanceof GraphQLError) return error;
    throw error;
  }
}

function checkStructure({ definitions }: DocumentNode, mostDepth: number): void {
  const fragments = new Map<string, SelectionSetNode>();
  for (const definition of definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition.selectionSet);
  }
  check("fragments", fragments.size, MOST_FRAGMENTS);
  const known = new Map<string, Weight>();
  let directives = 0;

  function ofFragment(name: string): Weight {
    const weight = known.get(name);
    if (weight !== undefined) return weight;
    // One that spreads itself is left to the validation.
    known.set(name, { depth: 0, selections: 0, aliases: 0 });
    const set = fragments.get(name);
    const written = set === undefined ? { depth: 0, selections: 0, aliases: 0 } : weigh(set);
    known.set(name, written);
    return written;
  }

  function weigh({ selections }: SelectionSetNode): Weight {
    const sum: Weight = { depth: 0, selections: 0, aliases: 0 };
    const repeated = new Map<string, number>();
    for (const selection of selections) {
      directives += selection.directives?.length ?? 0;
      const isSpread = selection.kind === Kind.FRAGMENT_SPREAD;
      const within = isSpread
        ? ofFragment(selection.name.value)
        : selection.selectionSet && weigh(selection.selectionSet);
      sum.selections += 1 + (within?.selections ?? 0);
      sum.aliases += within?.aliases ?? 0;
      let depth = within?.depth ?? 0;
      if (selection.kind === Kind.FIELD) {
        const key = selection.alias?.value ?? selection.name.value;
        if (selection.alias) sum.aliases += 1;
        const times = (repeated.get(key) ?? 0) + 1;
        repeated.set(key, times);
        check(`selections of ${key} in one place`, times, MOST_REPEATED);
        if (within !== undefined) depth += 1;
        if (selection.name.value.startsWith("__") && within !== undefined) {
          check("levels of introspection", depth + 1, INTROSPECTION_DEPTH);
          depth = 1;
        }
      }
      sum.depth = Math.max(sum.depth, depth);
      check("selections, with its fragments written out,", sum.selections, MOST_SELECTIONS);
      check("aliases", sum.aliases, MOST_ALIASES);
    }
    return sum;
  }

  for (const definition of definitions) {
    directives += directivesOn(definition);
    if (definition.kind === Kind.OPERATION_DEFINITION) {
      check("levels of selections", weigh(definition.selectionSet).depth + 1, mostDepth);
    }
  }
  for (const name of fragments.keys()) ofFragment(name);
  check("directives", directives, MOST_DIRECTIVES);
  let pairs = 0;
  const reached = new Set<string>();
  // Operations first: what they spread is counted with them.
  for (const definition of definitions.toSorted((a, b) => (a.kind < b.kind ? 1 : -1))) {
    if (!("selectionSet" in definition)) continue;
    if (definition.kind === Kind.FRAGMENT_DEFINITION && reached.has(definition.name.value)) continue;
    let written = 0;
    const write = (name: string | null) => {
      if (name !== null) reached.add(name);
      // Fragments that spread one another beneath fields have been weighed as nothing.
      check("selections, with its fragments written out,", (written += 1), MOST_SELECTIONS);
    };
    pairs += pairsIn([definition.selectionSet], fragments, write);
    check("pairs of fields that are merged", pairs, MOST_PAIRS);
  }
}

function directivesOn(definition: DefinitionNode): number {
  const own = definition.directives?.length ?? 0;
  if (definition.kind !== Kind.OPERATION_DEFINITION) return own;
  return (definition.variableDefinitions ?? []).reduce((sum, { directives }) => sum + (directives?.length ?? 0), own);
}

function check(what: string, found: number, most: number): void {
  if (found <= most) return;
  throw coded("COST_LIMIT_EXCEEDED", `The document has more than ${most} ${what}: ask for less at once`);
}
