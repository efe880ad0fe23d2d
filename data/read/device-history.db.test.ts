import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { counting } from "@/data/testing/counting";
import { openTestDatabase, type TestDatabase } from "@/data/testing/database";
import type { View } from "@/domain/claims";
import { dealHistory } from "./deal-history";
import { deviceHistory } from "./device-history";

let t: TestDatabase;
beforeAll(async () => {
  t = await openTestDatabase({ dossier: true });
});
afterAll(() => t.drop());

const TODAY: View = { on: "2026-11-24", known: null, record: null };
const MATE = "huawei-mate-10-pro";
const known = (day: string): View => ({ on: day, known: day, record: null });

describe("deviceHistory", () => {
  it("holds each carrier's history, the listings, statements and policy actions", async () => {
    const history = await deviceHistory(t.prisma, MATE, TODAY);
    expect(
      history?.lanes.map((l) => [l.carrier.slug, ...l.history.map((e) => e.claim.status)]).sort(),
    ).toEqual([
      ["att", "planned", "withdrawn", "retail-only"],
      ["softbank", "carried"],
      ["t-mobile-us", "retail-only"],
      ["verizon", "planned", "planned", "withdrawn"],
    ]);
    expect(history?.retailers.map((r) => r.retailer.slug).sort()).toEqual([
      "amazon-us",
      "best-buy",
      "bh-photo",
      "microsoft-store",
      "newegg",
    ]);
    expect(history?.policies.map((p) => p.slug)).toContain("congress-letter-to-fcc-2017");
    expect(history?.sources.length).toBeGreaterThan(20);
  });

  it("judges Verizon's withdrawal as five articles that rest on one anonymous origin", async () => {
    const history = await deviceHistory(t.prisma, MATE, TODAY);
    const last = history?.lanes.find((l) => l.carrier.slug === "verizon")?.history.at(-1)?.certainty;
    expect(last).toMatchObject({ certainty: "rumoured", articles: 5, disputed: false });
    expect(last?.origins.map((o) => o.publisher)).toEqual(["Bloomberg"]);
  });

  it("asks five times, whatever the number of carriers", async () => {
    for (const slug of [MATE, "samsung-galaxy-note-7"]) {
      const { db, asked } = counting(t.prisma);
      await deviceHistory(db, slug, TODAY);
      expect(asked()).toBe(5);
    }
  });

  it("is null for a device that is not on record", async () => {
    expect(await deviceHistory(t.prisma, "no-such-phone", TODAY)).toBeNull();
  });

  it("knows nothing by a record of before the load", async () => {
    const history = await deviceHistory(t.prisma, MATE, { ...TODAY, record: "2001-01-01T00:00:00.000Z" });
    expect(history?.lanes.flatMap((l) => l.history)).toEqual([]);
    expect(history?.lastRecorded).toBeNull();
  });

  it("leaves out what was published after the day looked at", async () => {
    const history = await deviceHistory(t.prisma, MATE, known("2018-01-20"));
    const latest = history?.sources
      .map((s) => s.published.latest)
      .sort()
      .at(-1);
    expect((latest ?? "") <= "2018-01-20").toBe(true);
  });
});

describe("dealHistory", () => {
  const pair = { device: MATE, carrier: "verizon" };

  it.each([
    ["2018-01-20", "planned"],
    ["2018-02-01", "withdrawn"],
  ])("by what was published on %s Verizon's status is %s", async (day, status) => {
    const { history } = await dealHistory(t.prisma, pair, known(day));
    expect(history?.lanes[0]?.now?.status).toBe(status);
  });

  it("asks four times", async () => {
    const { db, asked } = counting(t.prisma);
    await dealHistory(db, pair, TODAY);
    expect(asked()).toBe(4);
  });

  it("tells a pair without a deal from a device or carrier that is not on record", async () => {
    const without = await dealHistory(t.prisma, { device: MATE, carrier: "telstra" }, TODAY);
    expect([without.device?.slug, without.carrier?.slug, without.history]).toEqual([MATE, "telstra", null]);
    const neither = await dealHistory(t.prisma, { device: "nothing", carrier: "nowhere" }, TODAY);
    expect(neither).toEqual({ device: null, carrier: null, history: null });
  });
});
