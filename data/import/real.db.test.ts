import { createReadStream, existsSync } from "node:fs";
import path from "node:path";
import { createGunzip } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openTestDatabase, type TestDatabase } from "@/data/testing/database";
import { ImportDesk, recordDigest } from "@/data/testing/import";
import { verifyRecord } from "@/data/verify/verify";
import { mustBeConfirmed, type Preset } from "@/domain/import";
import { answerAll } from "./answers";

/** Public lists with their faults, where they lie beside the checkout. They are not ours to keep here. */

const ROOT = path.resolve(import.meta.dirname, "..", "..");
const PLACES = ["..", "../.."].map((up) => path.resolve(ROOT, up, "shared", "data", "real"));
const REAL = PLACES.find((place) => existsSync(place)) ?? "";
const there = REAL !== "";
if (!there) console.warn(`Skipped: the real lists are at none of ${PLACES.join(", ")}.`);

const read = (file: string) => {
  const stream = createReadStream(path.join(REAL, file));
  return file.endsWith(".gz") ? stream.pipe(createGunzip()) : stream;
};
const file = (name: string, preset?: Preset) => ({
  bytes: read(name),
  name: path.basename(name),
  ...(preset && { preset }),
});

let t: TestDatabase;
let desk: ImportDesk;
beforeAll(async () => {
  t = await openTestDatabase({ dossier: true });
  desk = await ImportDesk.open(t);
});
afterAll(async () => {
  await desk.close();
  await t.drop();
});

describe.skipIf(!there)("real lists", () => {
  test("Android's carriers, two issues: renamed ones keep their identity, and the same issue again changes nothing", async () => {
    await desk.import(file("carriers/aosp-carrier_list-2022-12-06.textpb.gz"));
    const odido = { country: "NL", aliases: { some: { key: "20416" } } };
    expect(await t.prisma.carrier.findMany({ where: odido, select: { name: true } })).toContainEqual({
      name: "T-Mobile",
    });
    const next = await desk.import(file("carriers/aosp-carrier_list-2025-03-14.textpb.gz"), {
      leaveOutRefused: true,
    });
    expect(next.summary?.list).toMatchObject({ removed: 9 });
    const [renamed] = await t.prisma.carrier.findMany({
      where: { name: "Odido" },
      include: { aliases: true },
    });
    expect(renamed?.aliases.map((a) => a.text)).toContain("T-Mobile");
    const before = await recordDigest(t);
    await desk.import(file("carriers/aosp-carrier_list-2025-03-14.textpb.gz"));
    expect(await recordDigest(t)).toEqual(before);
  }, 120_000);

  test.each([
    "mcc-mnc-table-2016-12-28.csv",
    "mcc-mnc-table-2022-09-20.csv",
    "mcc-mnc-table-2022-09-20.xml.gz",
    "mcc-mnc-list-2023-04-04.json.gz",
  ])(
    "network codes: %s",
    async (name) => {
      const { id, summary } = await desk.check(file(`carriers/${name}`));
      expect(summary.outcomes.refused).toBe(0);
      expect(summary.outcomes.created + summary.outcomes.asked).toBeGreaterThan(500);
      expect(summary.rows).toBeGreaterThan(1_500);
      await answerAll(t.prisma, id, "same-network", "new");
      expect((await desk.recheck(id)).open).toBeLessThan(summary.open + 1);
    },
    120_000,
  );

  test("Google's devices: found by model number, in the encoding that they come in, and the faulty list is held", async () => {
    const { id, summary } = await desk.check(file("devices/play-supported-devices-2020-11-15.csv.gz"));
    expect((await desk.run(id)).reading).toMatchObject({ encoding: "utf-16le", delimiter: "," });
    expect(summary).toMatchObject({ rows: 30_300, outcomes: { refused: 0, "left-out": 3 } });
    await desk.answerFirst(id);
    expect((await desk.take(id)).state).toBe("done");
    const mate = await t.prisma.device.findMany({
      where: { aliases: { some: { kind: "model", text: "BLA-A09" } } },
    });
    expect(mate.map((d) => d.slug)).toEqual(["huawei-mate-10-pro"]);

    const faulty = await desk.check(file("devices/play-supported-devices-2018-mid-escaped.csv.gz"));
    expect(mustBeConfirmed(faulty.summary.list)).toBe(true);
    expect(faulty.summary.list?.removed).toBeGreaterThan(10_000);
    await desk.answerFirst(faulty.id);
    await expect(desk.take(faulty.id)).rejects.toThrow(/tenth/);

    const old = await desk.check(file("devices/play-supported-devices-2015-01-31.csv.gz", "google-play"));
    expect(old.run.mapping).toMatchObject({ head: false });
    expect(old.summary.rows).toBe(8_253);
    expect(await verifyRecord(t.prisma)).toEqual([]);
  }, 300_000);
});
