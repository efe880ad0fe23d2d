/** Text that somebody may send in malice or by mistake, for every field and parameter (docs/promises.md, S1). */

/** One for each layer that could trip: address, form, framework, prototype, dates, ids, patterns, SQL, length. */
export const WORST: readonly string[] = [
  "",
  "a\0b",
  "<script>alert(1)</script>",
  "'; DROP TABLE deal; --",
  "%",
  "\\",
  "__proto__",
  "9".repeat(400),
  "2018-02-30",
  "../../../etc/passwd",
  "//elsewhere.example",
  "00000000-0000-0000-0000-000000000000",
  "\u202e\u200b\ufeff",
  "x".repeat(5_000),
];

export const HOSTILE: readonly string[] = [
  ...WORST,
  " ",
  "\0",
  '"><img src=x onerror=alert(1)>',
  "javascript:alert(1)",
  "=HYPERLINK(1)",
  "' OR 1=1 --",
  "%00",
  "_",
  "\r\nSet-Cookie: a=b",
  "constructor",
  "toString",
  "null",
  "-1",
  "1e999",
  "0000-00-00",
  "30/01/2018",
  "2018-03/2018-01",
  "9999-12-31T23:59:59.999Z",
  "https://user:pass@example.com/",
  '{"contains":"a"}',
  "((((((((((a+)+)+)+)+)+)+)+)+)+$",
  "V\u0435r\u0456z\u043en", // Cyrillic letters that look like Latin ones
  "a\u0301".repeat(300),
  "\u{1f600}".repeat(100),
  "a\ud800b", // half a character: it can come in JSON only
];
