const base64 = (text: string) => Buffer.from(text).toString("base64url");

/**
 * Texts that have broken services: bad-input's "Data". None has what answers are searched for as a leak
 * (cli/drill/fuzz/rule.ts), so that a text which is repeated in an error is none.
 */
export const hostileTexts: readonly string[] = [
  ["", " ", "\t", "\r\nset-cookie: a=b", "\0", "nul\0byte", "\u0085", "\u2028", "\ufeff", "\uffff", "\x1b[31m"],
  ["'", '"', "`", "\\", "\\'", "%", "_", "%%", "j%", "jap_n", "japan\\", "[a-z]*", "?", "?1", "$1", ":a", "@a", "#"],
  ["' OR '1'='1", "' OR 1=1 --", '" OR ""="', "'; DROP TABLE actors; --", "1) UNION ALL VALUES (1, 2) --", "1; --"],
  ["AND", "OR", "NOT", "a AND", "NEAR(", "NEAR(a b, 2)", "title:x", "-x", "x*", "^x", "{a b}: c", "a + b", '"a', "*"],
  ["\ud800", "\udc00", "a\udfffb", "\u202ejapan", "\u200bjapan", "\u2066a\u2069", "e\u0301", "ＪＡＰＡＮ", "јараn"],
  ["İ", "ß", "ﬀ", "👩‍👩‍👧‍👦", "日本", "العربية", "\u{10ffff}", "a\u0300".repeat(100)],
  [
    "__proto__",
    "constructor",
    "toString",
    "hasOwnProperty",
    "null",
    "undefined",
    "NaN",
    "Infinity",
    "true",
    "[]",
    "{}",
  ],
  ["0", "-1", "-0", "1e309", "9007199254740993", "0x10", "1_000", "２０２２"],
  ["2022-02-30", "2022-13", "0000", "-0001", "9999-12-31", "10000-01-01", "2022-05-07T25:00", "156X", "Y-170000002"],
  ["../2022", "2022/..", "/", "../..", "[2022..2023", "{2022,2023}", "2022?~%", "2022-21", "open/2022", "2023/2022"],
  ["http://127.0.0.1:1/", "http://169.254.169.254/latest/meta-data/", "https://[::1]/", "https://a:b@example.org/"],
  ["javascript:alert(1)", "data:text/html,<script>", "https://example.org:99999/", "//evil.example", "http://"],
  ["<script>alert(1)</script>", "<!--", "]]>", "{{7*7}}", "${7*7}", "%s%n", "%00", "..%2f..", "../../etc/passwd"],
  ["State:1", "State:0", "State:-1", "Person:99999999999", "Nobody:1", ":", "Event:1e3", "Statement:"].map(base64),
  ["a", "(", "日", "2022-05-07/", "X", "9", "\u0301"].map((one) => one.repeat(10_000 / one.length)),
].flat();

/** No text, and of no type that its place has. */
export const wrongValues: readonly unknown[] = [
  [null, true, false, 0, -0, -1, 1.5, 2 ** 31, 2 ** 53, -(2 ** 53), 1e308, 5e-324],
  [[], {}, [[]], [null], { a: {} }, { length: 1 }, { $ne: "" }, ["x", 1], Array.from({ length: 200 }, () => "x")],
  [JSON.parse('{ "__proto__": { "slug": "japan" } }'), JSON.parse(`${"[".repeat(60)}${"]".repeat(60)}`)] as unknown[],
].flat();
