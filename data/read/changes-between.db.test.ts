import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { busyRecord } from "@/data/testing/busy-record";
import { openTestDatabase, type TestDatabase } from "@/data/testing/database";
import { allRows, type ChangeFilter, keepsRow } from "@/domain/change-filter";
import type { SourceGraph, StatusClaim, View } from "@/domain/claims";
import { type Axis, differences } from "@/domain/difference";
import { grouped } from "@/domain/grouped";
import { changesBetween } from "./changes-between";
import { statusClaims } from "./claims";

let t: TestDatabase;
beforeAll(async () => {
  t = await openTestDatabase({ dossier: true });
  await busyRecord(t);
}, 180_000);
afterAll(() => t.drop());

const NOW: View = { on: "2026-11-24", known: null, record: null };
const ask = (by: Axis, from: string, to: string, more: { view?: View; filter?: ChangeFilter } = {}) =>
  changesBetween(t.prisma, { view: NOW, by, from, to, filter: {}, recorder: true, ...more });

/** Every deal's differences by the pure function, without asking which deals might differ. */
async function byDomain(by: Axis, from: string, to: string, view = NOW): Promise<string[]> {
  const deals = await t.prisma.deal.findMany({ select: { id: true } });
  const { claims, graph } = await statusClaims(t.prisma, {
    deals: deals.map(({ id }) => id),
    record: view.record,
  });
  return [...grouped(claims, (c) => c.deal).values()]
    .flatMap((own) => keysOf(own, graph, view, by, from, to))
    .sort();
}
const keysOf = (
  own: StatusClaim[],
  graph: SourceGraph,
  knowledge: View,
  by: Axis,
  from: string,
  to: string,
) =>
  differences({ claims: own, graph, knowledge }, by, from, to).map(
    (d) => `${d.kind}-${(d.kind === "we-corrected" ? (d.after ?? d.before) : d.after).claim.id}`,
  );

describe("changesBetween", () => {
  it.each<[Axis, string, string]>([
    ["published", "2018-01-01", "2018-06-01"],
    ["published", "2020-02-01", "2020-03-01"],
    ["published", "2020-06-01", "2020-06-30"],
    ["published", "2019-03-01", "2019-03-31"],
    ["published", "1999-01-01", "2026-01-01"],
    ["effective", "2018-01-01", "2018-06-01"],
    ["effective", "2012-12-31", "2013-01-31"],
    ["effective", "1999-01-01", "2026-01-01"],
    ["recorded", "2025-12-31", "2026-02-10"],
    ["recorded", "2026-02-10", "2026-02-20"],
    ["recorded", "2026-02-20", "2026-03-02"],
    ["recorded", "2026-02-01", "2026-11-24"],
  ])("finds by %s, %s to %s, what the pure function finds in all deals", async (by, from, to) => {
    const found = await ask(by, from, to);
    expect(found.left).toBe(0);
    expect(
      allRows(found)
        .map((row) => row.key)
        .sort(),
    ).toEqual(await byDomain(by, from, to));
  });

  it("tells the three kinds apart in the recorded order of deeds", async () => {
    const found = await ask("recorded", "2026-02-15", "2026-11-24");
    for (const rows of [found.world, found.corrected, found.evidence])
      expect(rows.length).toBeGreaterThan(10);
    const retracted = found.corrected.filter((row) => row.mark === "retract");
    expect(retracted.length).toBeGreaterThan(5);
    for (const row of retracted) {
      expect(row.why).toBe("It was never so.");
      // Told with the retraction's own instant, not with that of the claim it closed.
      expect(row.recorded.at > "2026-02-01").toBe(true);
    }
    const slips = found.corrected.filter((row) => row.why === "Our slip.");
    for (const row of slips) expect(row.claim.note).toBe("Said better.");
    for (const row of slips) expect(row.before?.note).not.toBe("Said better.");
  });

  it("shows nothing that a record's instant does not know, however late the last day is", async () => {
    const record = "2026-02-27T12:00:00.000Z";
    const view = { ...NOW, record };
    const frozen = await ask("recorded", "2026-02-15", "2026-11-24", { view });
    expect(
      allRows(frozen)
        .map((row) => row.key)
        .sort(),
    ).toEqual(await byDomain("recorded", "2026-02-15", "2026-11-24", view));
    const whole = await ask("recorded", "2026-02-15", "2026-11-24");
    expect(allRows(whole).length).toBeGreaterThan(allRows(frozen).length);
    for (const row of allRows(frozen)) expect(row.recorded.at <= record).toBe(true);
  });

  it.each<ChangeFilter>([
    { manufacturer: "huawei" },
    { country: "GB" },
    { carrier: "verizon" },
    { network: "MVNO" },
    { device: "huawei-mate-10-pro" },
    { status: "withdrawn" },
    { certainty: "rumoured" },
    { reason: "safety-recall" },
    { manufacturer: "huawei", country: "US", status: "withdrawn" },
  ])("filters by %j", async (filter) => {
    const whole = await ask("effective", "2005-01-01", "2026-01-01");
    const carriers = new Map(
      (await t.prisma.carrier.findMany({ select: { slug: true, country: true, kind: true } })).map((c) => [
        c.slug,
        c,
      ]),
    );
    const expected = allRows(whole).filter((row) => {
      const carrier = carriers.get(row.deal.carrier.slug);
      return (
        keepsRow(row, filter) &&
        (!filter.manufacturer || row.deal.manufacturer.slug === filter.manufacturer) &&
        (!filter.carrier || carrier?.slug === filter.carrier) &&
        (!filter.device || row.deal.device.slug === filter.device) &&
        (!filter.country || carrier?.country === filter.country) &&
        (!filter.network || carrier?.kind === filter.network)
      );
    });
    const found = await ask("effective", "2005-01-01", "2026-01-01", { filter });
    expect(found.left).toBe(0);
    expect(allRows(found)).toEqual(expected);
    expect(expected.length).toBeGreaterThan(0);
    expect(expected.length).toBeLessThan(allRows(whole).length);
  });

  it("does not tell readers who recorded it", async () => {
    const found = await changesBetween(t.prisma, {
      view: NOW,
      by: "effective",
      from: "2018-01-01",
      to: "2018-02-01",
      filter: {},
      recorder: false,
    });
    expect(found.world.length).toBeGreaterThan(0);
    expect(found.world.every((row) => row.recorded.by === null)).toBe(true);
  });
});
