import { describe, expect, test } from "vitest";
import { guessColumns } from "@/formats/import-fields";
import { type Mapping, presetMapping, proposedMapping } from "@/formats/import-presets";
import { unescaped } from "./preset-google-play";
import { stagedRows } from "./stage";
import { all } from "./testing/bytes";

async function staged(mapping: Mapping, rows: readonly (readonly string[])[], limit: number | null = null) {
  async function* records() {
    for (const [at, cells] of rows.entries()) yield { line: at + 1, cells };
  }
  return all(stagedRows(records(), mapping, limit));
}

describe("Google's device list", () => {
  const HEAD = ["Retail Branding", "Marketing Name", "Device", "Model"];
  const play = presetMapping("google-play", HEAD);

  test.each([
    ["NOOK\\xc2\\xae HD", "NOOK® HD"],
    ["Smart\\'TAB", "Smart'TAB"],
    ["\\tADR6325", " ADR6325"],
    ["\\xff bytes that are no text", "\\xff bytes that are no text"],
    ["plain", "plain"],
  ])("%s is %s", (written, meant) => {
    expect(unescaped(written)).toBe(meant);
  });

  test("the old and the new spelling of a device are one row to the record", async () => {
    const [old, fresh] = await staged(play, [
      HEAD,
      ["Barnes and Noble", "NOOK\\xc2\\xae HD", "hb", "BNTV400"],
      ["Barnes and Noble", "NOOK® HD", "hb", "BNTV400"],
    ]);
    expect({ ...old, line: 0, cells: [] }).toEqual({ ...fresh, line: 0, cells: [] });
  });

  test("a row without a brand is left out, one without a marketing name goes by its model", async () => {
    const [none, model] = await staged(play, [
      HEAD,
      ["", "", "x", "FJL21"],
      ["3Q", "", "OC1020A", "OC1020A"],
    ]);
    expect(none).toMatchObject({ outcome: "left-out" });
    expect(model).toMatchObject({ outcome: null, name: "OC1020A", owner: "3Q" });
  });

  test("the list came without a head for years", async () => {
    const headless = presetMapping("google-play", ["7Eleven", "IN265", "IN265", "IN265"]);
    expect(await staged(headless, [["7Eleven", "IN265", "IN265", "IN265"]])).toHaveLength(1);
  });

  test("a fifth column is no such list", async () => {
    const [row] = await staged(play, [HEAD, ["a", "b", "c", "d", "e"]]);
    expect(row).toMatchObject({ outcome: "refused" });
  });
});

describe("network codes", () => {
  const HEAD = ["MCC", "MCC (int)", "MNC", "MNC (int)", "ISO", "Country", "Country Code", "Network"];
  const table = presetMapping("mcc-mnc", HEAD);
  const row = (mcc: string, mnc: string, iso: string, network: string) => [
    mcc,
    "0",
    mnc,
    "0",
    iso,
    "",
    "1",
    network,
  ];

  test("leading zeros are kept", async () => {
    const [found] = await staged(table, [HEAD, row("412", "01", "af", "AWCC")]);
    expect(found).toMatchObject({
      owner: "AF",
      name: "AWCC",
      listKey: "412-01",
      aliases: [{ kind: "mcc-mnc", text: "412-01" }],
    });
  });

  test.each([
    [row("412", "01", "af", "Fix Line"), /not a carrier/],
    [row("412", "01", "af", ""), /No carrier/],
    [row("901", "01", "n/a", "Sat"), /No country/],
    [row("412", "100 - 190", "af", "X"), /not one network code/],
  ])("%j is left out", async (cells, reason) => {
    const [found] = await staged(table, [HEAD, cells]);
    expect(found).toMatchObject({ outcome: "left-out", reason: expect.stringMatching(reason) });
  });

  test("of several countries the one that the code belongs to, else all of them", async () => {
    const LIST = ["type", "countryCode", "mcc", "mnc", "brand", "operator", "status"];
    const list = presetMapping("mcc-mnc", LIST);
    const [australia, antilles, closed] = await staged(list, [
      LIST,
      ["National", "AU/CC/CX", "505", "01", "Telstra", "Telstra Ltd", "Operational"],
      ["National", "BQ/CW/SX", "362", "51", "", "Telcell", "Operational"],
      ["National", "AU", "505", "99", "Gone", "", "Not operational"],
    ]);
    expect(australia).toMatchObject({ owner: "AU", name: "Telstra" });
    expect(antilles).toMatchObject({
      owner: null,
      name: "Telcell",
      fields: { countries: ["BQ", "CW", "SX"] },
    });
    expect(closed).toMatchObject({ outcome: "left-out" });
  });
});

describe("files of our own shape", () => {
  const HEAD = ["manufacturer", "name", "kind", "announced", "models", "aliases"];
  const own: Mapping = { kind: "devices", preset: null, head: true, columns: guessColumns("devices", HEAD) };

  test("lists stand in one cell, separated by semicolons", async () => {
    const [row] = await staged(own, [
      HEAD,
      ["Huawei", "Mate 10 Pro", "Phone", "2017-10", "BLA-L29; BLA-A09;BLA-L29", ""],
    ]);
    expect(row).toMatchObject({
      outcome: null,
      fields: { kind: "phone", announced: "2017-10" },
      aliases: [{ text: "BLA-L29" }, { text: "BLA-A09" }],
    });
  });

  test.each([
    [["Huawei", "X", "car", "", "", ""], 3, /one of/],
    [["Huawei", "X", "", "30/01/2018", "", ""], 4, /./],
    [["Huawei", "", "", "", "", ""], 2, /empty/],
    [["Huаwei", "X", "", "", "", ""], 1, /alphabets/],
    [["Huawei", "X", "", ""], 5, /4 columns where the head has 6/],
  ])("%j is refused at its column", async (cells, column, reason) => {
    const [row] = await staged(own, [HEAD, cells]);
    expect(row).toMatchObject({ outcome: "refused", column, reason: expect.stringMatching(reason) });
  });

  test("an unusual blank is no reason to refuse a name", async () => {
    const [row] = await staged(own, [HEAD, ["Huawei", "\u00a0Mate\u00a0 10 ", "", "", "", ""]]);
    expect(row).toMatchObject({ outcome: null, name: "Mate 10" });
  });

  test("more rows than may be are refused, and a head alone is no file", async () => {
    const rows = Array.from({ length: 4 }, (_, n) => ["H", `N${n}`, "", "", "", ""]);
    await expect(staged(own, [HEAD, ...rows], 3)).rejects.toThrow(/more than 3 rows/);
    await expect(staged(own, [HEAD])).rejects.toThrow(/no rows/);
  });

  test("the head says what a file is about", () => {
    expect(proposedMapping(["Brand", "Marketing name", "Model number"], {})).toMatchObject({
      kind: "devices",
      columns: ["manufacturer", "name", "models"],
    });
    expect(proposedMapping(["Device", "Carrier", "Status", "Date", "URL"], {})).toMatchObject({
      kind: "statuses",
      columns: ["device", "carrier", "status", "effective", "source_url"],
    });
    expect(proposedMapping(["foo", "bar"], {})).toBeNull();
  });
});
