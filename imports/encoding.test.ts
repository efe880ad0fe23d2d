import fc from "fast-check";
import { expect, test } from "vitest";
import type { Encoding } from "@/formats/import-encodings";
import { decoded, EncodingWatch } from "./encoding";
import { all, pieces, utf16 } from "./testing/bytes";

function found(bytes: Uint8Array, size = 7): Encoding {
  const watch = new EncodingWatch();
  for (let from = 0; from < bytes.length; from += size) watch.add(bytes.subarray(from, from + size));
  return watch.result();
}

const read = async (bytes: Uint8Array, encoding: Encoding, size = 3) =>
  (await all(decoded(pieces(bytes, size), encoding))).join("");

/** Well-formed text without U+0000 and without the mark itself. */
const text = fc.string({ unit: "grapheme" }).map((t) => t.replace(/[\0\uFEFF]/g, ""));

test("UTF-8 and UTF-16 are found and read back, wherever their bytes are cut", async () => {
  await fc.assert(
    fc.asyncProperty(text, fc.integer({ min: 1, max: 5 }), async (t, size) => {
      const utf8 = new TextEncoder().encode(t);
      expect(found(utf8, size)).toBe("utf-8");
      expect(await read(utf8, "utf-8", size)).toBe(t);
      for (const bigEndian of [false, true]) {
        const bytes = utf16(t, bigEndian);
        const encoding = bigEndian ? "utf-16be" : "utf-16le";
        expect(found(bytes, size)).toBe(encoding);
        expect(await read(bytes, encoding, size)).toBe(t);
      }
    }),
    { numRuns: 300 },
  );
});

test("Western letters in single bytes are Windows-1252", async () => {
  const bytes = Buffer.from("Name;Größe\nT\xe9l\xe9phone \x80 5;\xdf", "latin1");
  expect(found(bytes)).toBe("windows-1252");
  expect(await read(bytes, "windows-1252")).toBe("Name;Größe\nTéléphone € 5;ß");
});

test("Japanese in Shift-JIS is found also when it comes late", async () => {
  // 携帯電話 ドコモ
  const words = Buffer.from("8c6791d193648b4a8d91ed83768352838083", "hex").subarray(0, 8);
  const kana = Buffer.from("834b8389835083", "hex").subarray(0, 6);
  const bytes = Buffer.concat([Buffer.from(`${"ascii,row\n".repeat(2000)}`), words, Buffer.from(","), kana]);
  expect(found(bytes, 4096)).toBe("shift_jis");
  expect(await read(bytes, "shift_jis", 4096)).toMatch(/ガラケ$/);
});

test("bytes that the encoding does not have are refused with their line", async () => {
  const bytes = Buffer.from("a\nb\nc\xff", "latin1");
  await expect(read(bytes, "utf-8", 100)).rejects.toMatchObject({ problem: { line: 1 } });
  await expect(read(bytes, "utf-8", 2)).rejects.toMatchObject({ problem: { line: 3 } });
  await expect(read(Buffer.from("a\nb\0"), "utf-8")).rejects.toMatchObject({ problem: { line: 2 } });
});
