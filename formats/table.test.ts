import { expect, test } from "vitest";
import { type Edtf, parseEdtf } from "@/domain/edtf";
import { readCsv } from "./csv";
import { column, dated, tableCsv, tableOf } from "./table";

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
