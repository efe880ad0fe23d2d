import { expect, test } from "vitest";
import { type Edtf, parseEdtf } from "@/domain/edtf";
import { readCsv } from "./csv";
import { column, dated, longCsv, longJson, tableCsv, tableJson, tableOf } from "./table";

const edtf = (text: string): Edtf => {
  const read = parseEdtf(text);
  if (!read.ok) throw new Error(read.message);
  return read.value;
};

test("a date is four columns, and an open end has no day", () => {
  const table = tableOf(
    [edtf("2018-01"), edtf("../2018-01-30"), edtf("2018-01/.."), null],
    [dated("since", (date) => date)],
  );
  expect(table.columns).toEqual(["since", "since_words", "since_earliest", "since_latest"]);
  expect(table.rows).toEqual([
    ["2018-01", "Jan 2018", "2018-01-01", "2018-01-31"],
    ["../2018-01-30", "by 30 Jan 2018", null, "2018-01-30"],
    ["2018-01/..", expect.any(String), "2018-01-01", null],
    [null, null, null, null],
  ]);
});

test("a table reads back from its CSV: yes and no in words, what is absent empty", () => {
  const table = tableOf(
    [
      { name: "=a", n: 1, holds: true },
      { name: "b", n: null, holds: false },
    ],
    [column("name", (r) => r.name), column("n", (r) => r.n), column("holds", (r) => r.holds)],
  );
  expect(readCsv(tableCsv(table))).toEqual({
    ok: true,
    rows: [
      ["name", "n", "holds"],
      ["=a", "1", "yes"],
      ["b", "", "no"],
    ],
  });
});

test("a file that lacks rows says so in itself", () => {
  const read = readCsv(tableCsv({ columns: ["name"], rows: [["a"]] }, 1_234));
  expect(read).toEqual({ ok: true, rows: [["name"], ["a"], ["(1,234 more rows are not in this file)"]] });
});

test("a long table is written piece by piece as a short one is at once", async () => {
  const citable = { title: "T", shows: "S", address: "/x", record: "2026-11-26T00:00:00.000Z" };
  const columns = ["name", "note"];
  const rows = [
    ["a", null],
    ['"b"\n, c', "=1"],
    ["d", "x"],
  ] as const;
  async function* parts() {
    yield rows.slice(0, 2);
    yield [];
    yield rows.slice(2);
  }
  const written = async (pieces: AsyncIterable<string>) => {
    let text = "";
    for await (const piece of pieces) text += piece;
    return text;
  };
  for (const left of [0, 7]) {
    const long = () => ({ columns, total: 3 + left, parts: parts() });
    expect(await written(longCsv(long(), left))).toBe(tableCsv({ columns, rows }, left));
    const json = await written(longJson(long(), citable, left));
    expect(JSON.parse(json)).toEqual(JSON.parse(tableJson({ columns, rows }, citable, left)));
  }
  async function* none() {}
  const empty = await written(longJson({ columns, total: 0, parts: none() }, citable, 0));
  expect(JSON.parse(empty).rows).toEqual([]);
});
