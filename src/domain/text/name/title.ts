import { nameKey } from "./name-key.ts";

// Whole words. Longer titles stand before those that they begin with.
const OFFICES =
  "deputy prime minister|prime minister|foreign minister|defence minister|defense minister|finance minister|minister|" +
  "vice president|president elect|president designate|president|secretary general|secretary of state|secretary|" +
  "chancellor|premier|pm|potus|ambassador|senator|governor|" +
  "premier ministre|première ministre|ministre|président|présidente|chancelier|chancelière|" +
  "primer ministro|primera ministra|ministro|ministra|presidente|presidenta|primeiro ministro|" +
  "premierminister|ministerpräsident|bundeskanzler|bundeskanzlerin|kanzler|kanzlerin|präsident|präsidentin|" +
  "außenminister|außenministerin|премьер министр|премьер|президент|министр|канцлер|прем’єр міністр|міністр|" +
  "πρωθυπουργός|πρόεδρος|başbakan|cumhurbaşkanı|premiê|prezydent|premiér|" +
  "رئيس الوزراء|رئیس جمهور|الرئيس|رئيس|وزير الخارجية|ראש הממשלה|נשיא|" +
  "प्रधानमंत्री|राष्ट्रपति|प्रधान मंत्री|मंत्री|প্রধানমন্ত্রী|রাষ্ট্রপতি|முதல்வர்|பிரதமர்";
const ADDRESSES =
  "his excellency|her excellency|the|honourable|honorable|right honourable|rt hon|hon|" +
  "mr|mrs|ms|miss|mx|dr|prof|professor|sir|dame|lord|lady|king|queen|prince|princess|emperor|empress|" +
  "general|gen|admiral|adm|colonel|col|captain|capt|sen|gov|amb|pres|former|then|ex|" +
  "le|la|el|der|die|monsieur|madame|mme|herr|frau|señor|señora|sr|sra|господин|г н|السيد|श्री|শ্রী";
// An office with what it is of, such as president of the republic, is no title before a name.
const NAME_FOLLOWS = "(?!of |for |and )";

/** Where no spaces part a title from a name: longer ones first. */
const UNSPACED =
  "内閣総理大臣|総理大臣|国家主席|國家主席|副总统|副總統|大統領|首相|総理|总理|總理|总统|總統|主席|总书记|總書記|外務大臣|" +
  "外務相|防衛相|外相|外长|外長|大臣|部长|部長|先生|女士|대통령|총리|장관|국무위원장|주석|นายกรัฐมนตรี|ประธานาธิบดี";
const AFTER_NAME = "氏|さん|様|씨|님";

interface Patterns {
  office: RegExp;
  leading: RegExp;
  afterOffice: RegExp;
  run: RegExp;
}

let patterns: Patterns | undefined;

/** Made when first asked for: they are folded as names are, and the start of the Worker has no time for it. */
function titles(): Patterns {
  const [offices, addresses, unspaced] = [OFFICES, ADDRESSES, UNSPACED].map((list) =>
    list.split("|").map(nameKey).join("|"),
  );
  return {
    office: new RegExp(`(?:^| )(?:${offices})(?: |$)`),
    leading: new RegExp(`^(?:${offices}|${addresses}) ${NAME_FOLLOWS}`),
    afterOffice: new RegExp(`^.* (?:${offices}) ${NAME_FOLLOWS}`),
    run: new RegExp(`^(.*?)(?:${unspaced})+(.*)$|^(..+)(?:${AFTER_NAME})$`),
  };
}

/**
 * The key of a person's name without the titles before it, and without what stands before those: "japanese prime minister
 * fumio kishida" is "fumio kishida". Chinese, Japanese and Korean have them after the name as well. A key without titles is
 * left as it is, and so is a title alone.
 */
export function withoutTitles(key: string): string {
  const { run } = (patterns ??= titles());
  const rest = withoutLeading(key);
  const [, before = "", after = "", named = ""] = run.exec(rest) ?? [];
  return (after || before || named || rest).trim();
}

/** Whether a key is a title and no more, which names nobody by itself. */
export function isTitle(key: string): boolean {
  const { run } = (patterns ??= titles());
  return (
    withoutLeading(`${key} x`) === "x" ||
    run
      .exec(key)
      ?.slice(1)
      .every((part) => !part) === true
  );
}

/** Whether a key names an office, before a name or after it, or any other title is left out of it. */
export function hasTitle(key: string): boolean {
  return (patterns ??= titles()).office.test(key) || withoutTitles(key) !== key;
}

function withoutLeading(key: string): string {
  const { leading, afterOffice } = (patterns ??= titles());
  let rest = key.replace(afterOffice, "");
  while (leading.test(rest)) rest = rest.replace(leading, "");
  return rest;
}
