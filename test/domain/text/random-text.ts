import fc from "fast-check";

/** Characters of many scripts, with what is written within and between words; few of each, so that they meet. */
const CHARACTERS = [
  ..."abtsldnUKI019 .'’\"-·,",
  ..."éøßæıİłđǆﬁ２½²№™",
  ..."́̈̃⃝",
  ..."σςΣάКйё",
  ..."صىيكکـ\u0654\u064e٣۴",
  ..."הל״׳ָ",
  ..."हन्दिंम्प़५",
  ..."日本国々㍿ー・、",
  ..."かがﾊﾟ゙ハニ",
  ..."ทำาน้ํ໐ກຳ",
  ..."한국ᄒ",
  "\u1161",
  "\u11ab",
  "\u00ad",
  "\u200b",
  "\u200d",
  "\ufe0f",
  "\ud800",
  "\udc00",
  "🙂",
  "𝟗",
];

/** Texts of them; where lone surrogates are left out, of what may be taken apart and put together. */
export const randomText = fc.string({ unit: fc.constantFrom(...CHARACTERS), maxLength: 24 });

/** Any text. */
export const anyText = fc.oneof(randomText, fc.string({ unit: "binary", maxLength: 24 }));
