import { languageTagFault } from "../../../src/domain/text/language/language-tag.ts";
import { fitted } from "../fitted.ts";

/** A name as a file has it: whole, or its parts. */
interface Said {
  name?: string | undefined;
  lang?: string | undefined;
  given_name?: string | undefined;
  family_name?: string | undefined;
  end_date?: string | number | null | undefined;
}

/** A further name of somebody. */
export interface OtherName {
  name: string;
  language: string | null;
  isFormer: boolean;
}

/**
 * What somebody is called, empty where nothing says, and what besides: by the name where there is one, the English one where there
 * is one for each language, else by one of the other names that is not of the past, else by given and family name.
 */
export function namesIn(
  own: readonly Said[],
  parts: Said,
  others: readonly Said[],
): { name: string; otherNames: OtherName[] } {
  const names = own.map(read).filter(isNamed);
  const besides = others.map(read).filter(isNamed);
  const present = besides.filter(({ isFormer }) => !isFormer);
  const first = inEnglish(names) ?? inEnglish(present) ?? [read(parts), ...besides].find(isNamed);
  const rest = [...names, ...besides].filter((one) => one !== first);
  return { name: first?.name ?? "", otherNames: rest };
}

function inEnglish(names: readonly OtherName[]): OtherName | undefined {
  return names.find(({ language }) => language === null || /^en\b/i.test(language)) ?? names[0];
}

function read({ name, lang, given_name, family_name, end_date }: Said): OtherName {
  const whole = name ?? [given_name, family_name].filter(Boolean).join(" ");
  const language = lang !== undefined && languageTagFault(lang) === null ? lang : null;
  return { name: fitted(whole, 200), language, isFormer: Boolean(end_date) };
}

function isNamed({ name }: OtherName): boolean {
  return name !== "";
}
