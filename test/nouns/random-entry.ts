import * as v from "valibot";
import type { ActorType } from "../../src/domain/vocabulary.ts";
import type { NounDescription, ObjectSchema, PartDescription } from "../../src/nouns/description.ts";
import { type Noun, nouns } from "../../src/nouns/index.ts";
import { parts } from "../../src/nouns/part/index.ts";
import { fieldsOf, partsOf } from "../../src/nouns/structure.ts";
import type { Draw } from "../random/draw.ts";

export type Said = Readonly<Record<string, unknown>>;

/** A node that has been entered. */
export interface Known {
  noun: Noun;
  name: string;
  id: string;
  /** Of an actor. */
  type?: ActorType;
}

/** Something to refer to: the newest node of a noun, of an actor of one of some types; undefined where there is none yet. */
export type Newest = (noun: Noun, types?: readonly ActorType[]) => Known | undefined;

type Schema = v.GenericSchema & {
  wrapped?: Schema;
  item?: Schema;
  options?: readonly string[];
  entries?: ObjectSchema["entries"];
};

/** What is taken where no text of one's own is: it could be a slug too. */
const LANGUAGES = ["en", "ja", "zh-Hans", "de"];

let counter = 0;

/**
 * An entry of a noun that says all fields that can be said together, each with a value of its own; references are names.
 * What it says is found by trying: a field of a kind that is not known here fails.
 */
export function randomEntry(noun: Noun, draw: Draw, newest: Newest, fixed: Said = {}): Said {
  const { actorTypes = {} }: NounDescription = nouns[noun];
  const lists = new Map(partsOf(noun).map(({ name, part }) => [name, parts[part]]));
  const said = attested(noun, saidBy(nouns[noun], draw, newest, fixed, actorTypes, lists));
  // The words of a quotation are those of one of its citations.
  const [citation] = (said["citations"] ?? []) as { exact?: string }[];
  return said["form"] === "QUOTE" && citation !== undefined ? { ...said, text: citation.exact } : said;
}

/** The nouns of which the entry before had an end. */
const ended = new Set<Noun>();

/** Only what is open is attested: of what could say both, entries say the one and the other by turns. */
function attested(noun: Noun, said: Said): Said {
  const { to, attestedOn, ...rest } = said;
  if (to === undefined || attestedOn === undefined) return said;
  if (ended.delete(noun)) return { ...rest, attestedOn };
  ended.add(noun);
  return { ...rest, to };
}

function saidBy(
  of: NounDescription | PartDescription,
  draw: Draw,
  newest: Newest,
  fixed: Said,
  actorTypes: NonNullable<NounDescription["actorTypes"]>,
  lists: ReadonlyMap<string, PartDescription>,
  isOther = false,
): Said {
  const references = new Map(fieldsOf(of).map(({ name, references }) => [name, references]));
  const input = of.input as ObjectSchema;
  const all = Object.entries(input.entries).flatMap(([field, schema]) => {
    if (field in fixed) return [[field, fixed[field]] as const];
    const to = references.get(field);
    if (to != null) {
      const target = newest(to, actorTypes[field]);
      return target === undefined ? [] : [[field, target.name] as const];
    }
    const part = lists.get(field);
    if (part === undefined) return [[field, valueOf(field, schema, draw)] as const];
    const items = [0, 1].map((place) => saidBy(part, draw, newest, {}, {}, new Map(), place === 1));
    // Two of the same are one too many: a part in an event, a target.
    return [[field, [...new Map(items.map((item) => [keyOf(item), item])).values()]] as const];
  });
  return fitting(input, Object.fromEntries(all), isOther);
}

/** What tells a part from its like: what it refers to, or else all of it. */
function keyOf(item: Said): string {
  return JSON.stringify(item["actor"] ?? item["alliance"] ?? item);
}

/** The entry without as few of its optional fields as may be for what is said of them together: the first of these, or the last. */
function fitting(schema: ObjectSchema, all: Said, isLast: boolean): Said {
  const optional = Object.keys(all).filter((field) => schema.entries[field]?.type === "optional");
  const fields = isLast ? optional.toReversed() : optional;
  for (let size = 0; size <= Math.min(4, optional.length); size++) {
    for (const dropped of subsets(fields, size)) {
      const kept = Object.fromEntries(Object.entries(all).filter(([field]) => !dropped.includes(field)));
      if (v.is(schema, kept)) return kept;
    }
  }
  throw new Error(
    `nothing can be said of ${JSON.stringify(all)}: ${JSON.stringify(v.safeParse(schema, all).issues?.map(({ message, path }) => [message, path?.map(({ key }) => key)]))}`,
  );
}

function* subsets(items: readonly string[], size: number): Generator<string[]> {
  if (size === 0) return yield [];
  for (const [index, item] of items.entries()) {
    for (const rest of subsets(items.slice(index + 1), size - 1)) yield [item, ...rest];
  }
}

/** A valid value, unlike all before where it is a text. */
function valueOf(field: string, schema: Schema, draw: Draw): unknown {
  if (schema.wrapped !== undefined) return valueOf(field, schema.wrapped, draw);
  switch (schema.type) {
    case "picklist":
      return draw.oneOf(schema.options ?? []);
    case "boolean":
      return true;
    case "number":
      return draw.integer(0, 5000);
    case "string": {
      const fits = [texts(field, (counter += 1), draw), LANGUAGES]
        .map((some) => some.filter((text) => v.is(schema, text)))
        .find((some) => some.length > 0);
      if (fits === undefined) throw new Error(`no text is known that ${field} takes`);
      return draw.oneOf(fits);
    }
    default:
      throw new Error(`no value is known of a ${schema.type}, which ${field} is`);
  }
}

/** Texts of all forms that fields have. Periods begin in one century and end in another. */
function texts(field: string, n: number, draw: Draw): string[] {
  const letters = (count: number) =>
    Array.from({ length: count }, (_, place) => String.fromCodePoint(65 + (Math.floor(n / 26 ** place) % 26))).join("");
  const year = (field === "to" || field === "attestedOn" ? 2000 : 1900) + draw.integer(0, 20);
  const dates = [`${year}-05-${10 + (n % 20)}`, `${year}-05`, `${year}`];
  const other = [`https://example.org/${n}`, n.toString(16).padStart(64, "0"), letters(2), letters(3)];
  const free = [`word-${n}`, `„Wörter“ "und", ${n} 日本; '=1+1`];
  // A slug may look like a date too; what takes any text says one that is hard to keep.
  const isFree = ["name", "title", "text", "description", "summary", "exact"].includes(field);
  return isFree ? free.slice(1) : /On$|^date$|^from$|^to$/.test(field) ? dates : [...other, ...free];
}
