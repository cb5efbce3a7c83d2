import type { Plugin, YogaInitialContext } from "graphql-yoga";

/** A plugin of Yoga that is given some stages of a request by those before it, and adds some of its own. */
export type RequestPlugin<Given extends object, Added extends object = object> = Plugin<Given, Given, Given> & {
  /** For the compiler alone. */
  readonly stage?: (given: Given) => Added;
};

/** A plugin in the wrong place: it is given what none before it adds. */
interface Misplaced<Missing> {
  readonly isGivenByNoPluginBefore: Missing;
}

/** The list, if each of its plugins is given what it takes by the start and by those before it. */
type InOrder<Have, List extends readonly unknown[]> = List extends readonly [infer First, ...infer Rest]
  ? First extends { readonly stage?: (given: infer Given) => infer Added }
    ? Have extends Given
      ? readonly [First, ...InOrder<Have & Added, Rest>]
      : readonly [Misplaced<Exclude<keyof Given, keyof Have>>, ...Rest]
    : never
  : readonly [];

/** The plugins in the order in which a request comes to them, which the compiler has checked. */
export function inOrder<const List extends readonly object[]>(...plugins: List & InOrder<object, List>): Plugin[] {
  return [...plugins] as Plugin[];
}

/**
 * Adds a stage to a request's context, as Yoga's `extendContext` does. What a stage has said is never said anew.
 * @throws Error where another plugin has added one of its keys
 */
export function addStage<Added extends object>(context: object, added: Added): asserts context is Added {
  for (const key of Object.keys(added)) {
    if (Object.hasOwn(context, key)) throw new Error(`"${key}" is in the context already`);
    (context as Record<string, unknown>)[key] = added[key as keyof Added];
  }
}

/** The stages of a request that a context has by now, where Yoga's types do not tell. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the caller says which
export function stagesOf<Stages extends object>(context: unknown): Stages & YogaInitialContext {
  return context as Stages & YogaInitialContext;
}
