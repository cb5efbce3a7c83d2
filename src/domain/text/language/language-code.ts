/** The languages that have a code of two letters, after ISO 639-1, and codes that others have replaced. */
const CODES: ReadonlySet<string> = new Set(
  (
    "aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo es et eu fa " +
    "ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik in io is it iu iw ja ji jv jw ka kg ki kj kk kl " +
    "km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mo mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om " +
    "or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg sh si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts " +
    "tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu"
  ).split(" "),
);

/** Codes of countries that are taken for the language spoken there, and are none. */
const OF_COUNTRIES: Readonly<Record<string, string>> = {
  cn: "zh",
  cz: "cs",
  dk: "da",
  gb: "en",
  gr: "el",
  il: "he",
  ir: "fa",
  jp: "ja",
  kp: "ko",
  ua: "uk",
  us: "en",
  vn: "vi",
};

/** What is wrong with a code of two letters that no language has, and what is likely meant; null for any other text. */
export function languageCodeFault(code: string): string | null {
  const lower = code.toLowerCase();
  if (!/^[a-z]{2}$/.test(lower) || CODES.has(lower)) return null;
  const meant = OF_COUNTRIES[lower];
  return `no language has the code ${lower} (ISO 639-1)${meant === undefined ? "" : `: write ${meant}`}`;
}
