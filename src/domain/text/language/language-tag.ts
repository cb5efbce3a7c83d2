import { parse, type Schema, stringify } from "bcp-47";
import { languageCodeFault } from "./language-code.ts";
import { tagOfLanguageName } from "./language-name.ts";

const WHAT = "must be a BCP 47 language tag such as en or zh-Hans";

// Codes that another has replaced, as the IANA registry has them; UK never was one.
const LANGUAGES: Readonly<Record<string, string>> = { in: "id", iw: "he", ji: "yi", jw: "jv", mo: "ro" };
const REGIONS: Readonly<Record<string, string>> = {
  bu: "MM",
  dd: "DE",
  fx: "FR",
  tp: "TL",
  uk: "GB",
  yd: "YE",
  zr: "CD",
};

/**
 * What is wrong with a language tag, and what would be right; null for a well-formed tag of RFC 5646 in the form that this
 * service keeps, so that a language has one tag.
 */
export function languageTagFault(tag: string): string | null {
  const { right, fault } = read(tag);
  if (right === tag) return null;
  // As locales of other systems are written: zh_Hans, en_US.UTF-8.
  const tidied = tag
    .trim()
    .replaceAll("_", "-")
    .replace(/[.@].*$/, "");
  const meant = right ?? read(tidied).right ?? read(tagOfLanguageName(tag) ?? "").right;
  return `${WHAT}: ${meant === undefined ? fault : `write ${meant}`}`;
}

/** The tag as it is kept, or why it is none. */
function read(tag: string): { right?: string; fault?: string } {
  let fault: string | undefined;
  const warning = (reason: string, code: number, at: number): undefined => {
    fault = told(tag, reason, code, at);
  };
  const parsed = parse(tag, { normalize: false, warning });
  fault ??= faultOf(parsed);
  return fault === undefined ? { right: cased(renewed(tag, parsed)) } : { fault };
}

/** Content after the tag, as the library calls whatever it cannot read. */
const SUPERFLUOUS = 6;

function told(tag: string, reason: string, code: number, at: number): string {
  if (code !== SUPERFLUOUS) return reason.charAt(0).toLowerCase() + reason.slice(1);
  return at === 0
    ? "it begins with a language of two or three letters"
    : `${JSON.stringify(tag.slice(at))} cannot stand after ${JSON.stringify(tag.slice(0, at))}`;
}

/** What no valid tag has though the grammar allows it: RFC 5646, sections 2.2.1, 2.2.2, 2.2.5 and 2.2.6. */
function faultOf(parsed: Schema): string | undefined {
  const { language, extendedLanguageSubtags, variants, extensions } = parsed;
  if (stringify(parsed) === "") return "it is empty";
  if ((language ?? "").length > 3) return "a language has two or three letters";
  const unknown = languageCodeFault(language ?? "");
  if (unknown !== null) return unknown;
  if (extendedLanguageSubtags.length > 1) return "it has several extended languages";
  const twice = repeated(variants) ?? repeated(extensions.map(({ singleton }) => singleton));
  return twice === undefined ? undefined : `"${twice}" stands there twice`;
}

function repeated(parts: readonly string[]): string | undefined {
  return parts.map((part) => part.toLowerCase()).find((part, index, all) => all.indexOf(part) < index);
}

/** The tag with what has been replaced replaced, and its extensions in order: RFC 5646, section 4.5. */
function renewed(tag: string, parsed: Schema): string {
  // What was registered as a whole before there was a grammar, such as i-klingon, is mostly replaced.
  const latest = (parsed.irregular ?? parsed.regular) == null ? parsed : parse(tag);
  const { language, extendedLanguageSubtags, region, extensions } = latest;
  const [extended] = extendedLanguageSubtags;
  return stringify({
    ...latest,
    language: extended ?? LANGUAGES[(language ?? "").toLowerCase()] ?? language,
    extendedLanguageSubtags: [],
    region: REGIONS[(region ?? "").toLowerCase()] ?? region,
    extensions: extensions.toSorted((a, b) => (a.singleton.toLowerCase() < b.singleton.toLowerCase() ? -1 : 1)),
  });
}

/** The tag in the case of RFC 5646, section 2.1.1: zh-Hans-CN, and en-x-ca after a single character. */
function cased(tag: string): string {
  let isAfterSingleton = false;
  const parts = tag
    .toLowerCase()
    .split("-")
    .map((part, index) => {
      const isPlain = index === 0 || isAfterSingleton;
      if (part.length === 1) isAfterSingleton = true;
      if (isPlain) return part;
      if (part.length === 2) return part.toUpperCase();
      return /^[a-z]{4}$/.test(part) ? part.charAt(0).toUpperCase() + part.slice(1) : part;
    });
  return parts.join("-");
}
