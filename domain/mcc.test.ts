import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { splitCsv } from "@/formats/csv";
import { countryOfMcc } from "./mcc";

const ROOT = path.resolve(import.meta.dirname, "..");
const PLACES = ["..", "../.."].map((up) =>
  path.resolve(ROOT, up, "shared/data/real/carriers/mcc-mnc-table-2022-09-20.csv"),
);
const table = PLACES.find((place) => existsSync(place));
if (!table) console.warn(`Skipped: the real table of network codes is at none of ${PLACES.join(", ")}.`);

test.skipIf(!table)("country codes agree with a public table of network codes", () => {
  const read = splitCsv(readFileSync(table ?? "", "utf8"));
  if (!read.ok) throw new Error(read.message);
  const codes = new Map<string, Map<string, number>>();
  for (const [mcc = "", , , , iso = ""] of read.rows.slice(1)) {
    const votes = codes.get(mcc) ?? new Map<string, number>();
    votes.set(iso.toUpperCase(), (votes.get(iso.toUpperCase()) ?? 0) + 1);
    codes.set(mcc, votes);
  }
  const wrong = [...codes].flatMap(([mcc, votes]) => {
    const [most] = [...votes].sort((a, b) => b[1] - a[1])[0] ?? [""];
    const ours = countryOfMcc(mcc);
    return ours !== null && ours !== most ? [`${mcc}: ${ours}, there ${most}`] : [];
  });
  expect(wrong).toEqual([]);
  expect([...codes.keys()].filter((mcc) => countryOfMcc(mcc) === null).sort()).toEqual([
    "340",
    "362",
    "647",
    "901",
  ]);
});
