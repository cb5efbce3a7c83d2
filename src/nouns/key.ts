/** The texts of an entry's fields; undefined for what is left out, or is no text. */
export type TextOf = (field: string) => string | undefined;

/** How a fact comes by a key that it is not given. */
export interface KeyRule {
  /** What the key is made up of: fields as they are, and what is made of fields. */
  parts: readonly (string | ((text: TextOf) => string | undefined))[];
  /** That change sets may leave the key out too, since it can be made again of what they say. */
  isImplied?: boolean;
  /** What it is made up of, with an example, for the documentation of the API. */
  told: string;
}

/** The key by the rule; null where an entry lacks what it is made up of. */
export function keyBy({ parts }: KeyRule, text: TextOf): string | null {
  const texts = parts.map((part) => (typeof part === "string" ? text(part) : part(text)));
  return texts.includes(undefined) ? null : texts.join("/");
}

/** A part of a key: a value of a vocabulary in small letters. */
export function lowerCased(field: string) {
  return (text: TextOf) => text(field)?.toLowerCase();
}

/** A part of a key: the words of a text as a key can have them; where none of its letters can stand in one, what it is. */
export function wordsOf(field: string, what: string) {
  return (text: TextOf) => {
    const given = text(field);
    const words = given
      ?.replace(/\p{Default_Ignorable_Code_Point}/gu, "")
      .normalize("NFKD")
      .replace(/\p{M}/gu, "")
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, "-")
      .replace(/^-|-$/g, "");
    return words === "" ? what : words;
  };
}

/** The texts of any JSON. */
export function textsIn(json: unknown): TextOf {
  return (field) => {
    const text: unknown = typeof json === "object" && json !== null ? Reflect.get(json, field) : undefined;
    return typeof text === "string" ? text : undefined;
  };
}
