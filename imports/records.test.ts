import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { printCsv } from "@/formats/csv";
import type { FileFormat } from "./recognise";
import { delimiterOf, formatOf, refuseBinary } from "./recognise";
import { csvRecords } from "./records-csv";
import { jsonRecords } from "./records-json";
import { textpbRecords } from "./records-textpb";
import { xmlRecords } from "./records-xml";
import { all, texts } from "./testing/bytes";

const cell = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 8 }),
  fc.string({ unit: fc.constantFrom('"', ",", ";", "\n", "\r", " ", "=", "'", "x", "é"), maxLength: 8 }),
);
const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 6 });
const cut = fc.integer({ min: 1, max: 9 });
const cells = async (records: AsyncIterable<{ cells: readonly string[] }>) =>
  (await all(records)).map((r) => r.cells);

describe("separated text", () => {
  test("what our CSV printed is read back, wherever it is cut", async () => {
    await fc.assert(
      fc.asyncProperty(table, cut, async (rows, size) => {
        const text = printCsv(rows).slice(1);
        expect(await cells(csvRecords(texts(text, size), ","))).toEqual(rows);
      }),
      { numRuns: 300 },
    );
  });

  test("a row knows the line on which it begins, through cells of several lines and mixed line ends", async () => {
    const records = await all(csvRecords(texts('# a\nh,i\r\n"x\ny",2\n\nz,3\r\n', 2), ","));
    expect(records.map((r) => r.line)).toEqual([1, 2, 3, 6]);
  });

  test.each([
    ['a,b\n1,"x\n2,y\n', 2, /never closed/],
    ['a,b\n1,x"y"\n', 2, /inside a cell/],
    ['a,b\n1,"x"y\n', 2, /closing quote/],
    [`a,b\n${"x".repeat(1_100_000)}`, 2, /characters/],
  ])("%# is refused with its line", async (text, line, message) => {
    const refused = all(csvRecords(texts(text, 65_536), ","));
    await expect(refused).rejects.toMatchObject({
      problem: { line, message: expect.stringMatching(message) },
    });
  });
});

test.each([
  ["a,b,c\n1,2,3\n", ","],
  ["a;b\n1,5;2\n2,5;3\n", ";"],
  ["a\tb, c\n1\t2\n", "\t"],
  ['a|b\n"x,y;z"|2\n', "|"],
  ["only\none\n", ","],
  ['name;note\nx;"a, b, c, d"\ny;"e, f"\n', ";"],
])("%j is separated by %j", (text, delimiter) => {
  expect(delimiterOf(text)).toBe(delimiter);
});

test.each<[string, FileFormat]>([
  ['[{"a":1}]', "json"],
  ['\uFEFF{"a":1}\n{"a":2}', "ndjson"],
  ["# list\ncarrier_id {\n", "textpb"],
  ["<?xml version='1.0'?><r/>", "xml"],
  ["a,b\n1,2", "csv"],
])("%j is %s", (text, format) => {
  expect(formatOf(text)).toBe(format);
});

test("web pages, archives and nothing at all are no tables", () => {
  expect(() => formatOf("<!DOCTYPE html><html>")).toThrow(/web page/);
  expect(() => formatOf(" \n\t ")).toThrow(/blanks/);
  expect(() => refuseBinary(new Uint8Array())).toThrow(/empty/);
  expect(() => refuseBinary(Buffer.from("PK\x03\x04rest"))).toThrow(/ZIP/);
});

const value = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null));
const objects = fc.array(fc.dictionary(fc.constantFrom("a", "b", "c"), value, { minKeys: 1 }), {
  minLength: 1,
  maxLength: 6,
});

describe("JSON and NDJSON", () => {
  test("objects become rows under the keys that they have, wherever the text is cut", async () => {
    await fc.assert(
      fc.asyncProperty(objects, cut, fc.boolean(), async (rows, size, lines) => {
        const text = lines ? rows.map((r) => JSON.stringify(r)).join("\n") : JSON.stringify(rows, null, 1);
        const [head = [], ...found] = await cells(jsonRecords(texts(text, size), !lines));
        expect(found).toEqual(
          rows.map((r) => head.map((key) => (r[key] === null || r[key] === undefined ? "" : String(r[key])))),
        );
      }),
      { numRuns: 300 },
    );
  });

  test("lists of texts are one value a line; objects inside are refused in their row", async () => {
    const [, list, nested] = await all(jsonRecords(texts('[{"a":["x","y"]},\n{"a":{"b":1}}]', 4), true));
    expect(list?.cells).toEqual(["x\ny"]);
    expect(nested).toMatchObject({ line: 2, problem: { column: 1 } });
  });

  test.each([
    ['[{"a":1},\n{"a":', /cut|middle/],
    ['[{"a":1}', /never closed/],
    ['[{"a":1}] x', /follows/],
    ["[1,2]", /object/],
    [`[{"a":${"[".repeat(40)}`, /nested/],
    ['[{"a":01}]', /not JSON/],
  ])("%j is refused", async (text, message) => {
    await expect(all(jsonRecords(texts(text, 5), true))).rejects.toThrow(message);
  });
});

describe("textpb and XML", () => {
  const LIST = `# a comment
carrier_id {
  canonical_id: 7
  carrier_name: "The \\"Net\\""
  carrier_attribute {
    mccmnc_tuple: "00101"
  }
}
carrier_id {
  canonical_id: 8
  carrier_name: "Guest"
  carrier_attribute {
    mccmnc_tuple: "00101"
    spn: "Guest"
  }
  parent_canonical_id: 7
}
version: 3
`;
  test("a carrier with a bare network code runs the network, another one shares it", async () => {
    const [, own, guest] = await all(textpbRecords(texts(LIST, 11)));
    expect(own).toEqual({ line: 2, cells: ["7", 'The "Net"', "00101", "yes", ""] });
    expect(guest).toEqual({ line: 9, cells: ["8", "Guest", "00101", "no", "7"] });
  });

  test("a list that is cut short is no list", async () => {
    await expect(all(textpbRecords(texts(LIST.slice(0, 120), 9)))).rejects.toThrow(/cut short/);
    await expect(all(textpbRecords(texts("carrier_id {\n what?\n}", 9)))).rejects.toMatchObject({
      problem: { line: 2 },
    });
  });

  test("elements of one row are its cells", async () => {
    const xml = "<?xml version='1.0'?><t><r><a>1 &amp; 2</a><b/></r>\n<r><a>é</a><b>3</b></r></t>";
    expect(await cells(xmlRecords(texts(xml, 6)))).toEqual([
      ["a", "b"],
      ["1 & 2", ""],
      ["é", "3"],
    ]);
  });

  test.each([
    ["<t><r><a>1</r></t>", /well formed/],
    ["<t><r><a><b><c/></b></a></r></t>", /nested/],
    ["<!DOCTYPE t [<!ENTITY x 'y'>]><t><r><a>&x;</a></r></t>", /type definition/],
    ["<t><r><a>1</a></r>", /well formed/],
  ])("%j is refused", async (xml, message) => {
    await expect(all(xmlRecords(texts(xml, 8)))).rejects.toThrow(message);
  });
});
