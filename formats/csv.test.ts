import fc from "fast-check";
import { expect, test } from "vitest";
import { type CsvCell, printCsv, readCsv, splitCsv } from "./csv";

/** Tables leave harmless and come back as they were (docs/promises.md, S8). */

const texts = fc.oneof(
  fc.string({ unit: "grapheme" }),
  fc.string({
    unit: fc.constantFrom(
      "'",
      "=",
      "+",
      "-",
      "@",
      "\t",
      "\r",
      "\n",
      '"',
      ",",
      " ",
      "1",
      "＝",
      "＠",
      "\uFEFF",
    ),
  }),
);
const cells = fc.oneof(
  texts,
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.integer(),
  fc.constant(null),
);
const tables = fc.array(fc.array(cells, { minLength: 1, maxLength: 5 }), { maxLength: 8 });
const asRead = (cell: CsvCell) => (cell === null ? "" : String(cell));

test("reading what was printed gives the same cells", () => {
  fc.assert(
    fc.property(tables, (rows) => {
      expect(readCsv(printCsv(rows))).toEqual({ ok: true, rows: rows.map((row) => row.map(asRead)) });
    }),
    { numRuns: 2_000 },
  );
});

test("no cell begins like a formula unless it is a number", () => {
  const number = /^[+-]?\d+(\.\d+)?([eE][+-]?\d+)?$/;
  fc.assert(
    fc.property(tables, (rows) => {
      const read = splitCsv(printCsv(rows));
      if (!read.ok) throw new Error(read.message);
      for (const cell of read.rows.flat()) {
        if (!number.test(cell)) expect(cell).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/);
      }
    }),
    { numRuns: 2_000 },
  );
});

test.each([
  ["=1+1", "'=1+1"],
  ["'=1+1", "''=1+1"],
  ["＝1", "'＝1"],
  ["-5", "-5"],
  ["-5 apples", "'-5 apples"],
  ["+44", "+44"],
  ["'tis", "'tis"],
  ["a,b", '"a,b"'],
  ['say "no"', '"say ""no"""'],
])("%s is printed as %s", (text, printed) => {
  expect(printCsv([[text]])).toBe(`\uFEFF${printed}\r\n`);
});

test("other people's tables: separators, line ends and empty lines", () => {
  const rows = [
    ["a", "b", ""],
    ["=1", "two\nlines", "c"],
  ];
  expect(splitCsv('a;b;\n\n"=1";"two\nlines";c', ";")).toEqual({ ok: true, rows });
  expect(splitCsv('a\tb\t\r"=1"\t"two\nlines"\tc\r', "\t")).toEqual({ ok: true, rows });
  expect(splitCsv("")).toEqual({ ok: true, rows: [] });
});

test("a text that is no table says where", () => {
  expect(splitCsv('a,b\n"c,d\ne')).toMatchObject({ ok: false, line: 2, column: 1 });
  expect(splitCsv('a,b\nc,"d"e')).toMatchObject({ ok: false, line: 2, column: 6 });
});
