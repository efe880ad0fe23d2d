import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { busyRecord } from "@/data/testing/busy-record";
import { openTestDatabase, type TestDatabase } from "@/data/testing/database";
import type { View } from "@/domain/claims";
import { addYears, type Day } from "@/domain/edtf";
import { grouped } from "@/domain/grouped";
import { type HistoryEntry, historyOf, statusOn } from "@/domain/history";
import { dealsWhere, isWithin, sumOf, type YearSpan } from "@/domain/overview";
import { courseOf, type PlanCourse, type PlanGroup } from "@/domain/plans";
import { plansOf } from "@/domain/slips";
import { lastHeardOf, staleness } from "@/domain/stale";
import { STATUSES } from "@/domain/status";
import { atRiskAt } from "@/domain/survival";
import { readList } from "@/formats/list-query";
import { DEAL_LIST } from "@/formats/lists";
import { statusClaims } from "./claims";
import { dealList } from "./deal-list";
import { overview } from "./overview";

/** Every number of the overview is counted again from the claims, by the pure functions. */

let t: TestDatabase;
beforeAll(async () => {
  t = await openTestDatabase({ dossier: true });
  await busyRecord(t);
}, 180_000);
afterAll(() => t.drop());

type Case = {
  readonly name: string;
  readonly view: View;
  readonly manufacturer: string | null;
  readonly country: string | null;
  readonly years: YearSpan | null;
};
const NOW: View = { on: "2026-11-24", known: null, record: null };
const ALL = { manufacturer: null, country: null, years: null };
const CASES: readonly Case[] = [
  { name: "today", view: NOW, ...ALL },
  { name: "one maker", view: NOW, ...ALL, manufacturer: "huawei" },
  { name: "one market and some years", view: NOW, ...ALL, country: "US", years: { from: 2016, to: 2018 } },
  { name: "a past day, as published then", view: { ...NOW, on: "2018-06-01", known: "2018-06-01" }, ...ALL },
  { name: "an earlier record", view: { ...NOW, record: "2026-02-27T12:00:00.000Z" }, ...ALL },
  {
    name: "a past day, as published then, in an earlier record",
    view: { on: "2018-06-01", known: "2018-06-01", record: "2026-02-27T12:00:00.000Z" },
    ...ALL,
  },
];

/** The histories of the deals that a case is about, with the maker of each, up to the day looked at. */
async function histories({ view, manufacturer, country }: Case) {
  const deals = await t.prisma.deal.findMany({
    where: {
      ...(manufacturer ? { device: { manufacturer: { slug: manufacturer } } } : {}),
      ...(country ? { carrier: { country } } : {}),
    },
    select: {
      id: true,
      device: { select: { manufacturer: { select: { slug: true } } } },
      carrier: { select: { slug: true } },
    },
  });
  const { claims, graph } = await statusClaims(t.prisma, {
    deals: deals.map(({ id }) => id),
    record: view.record,
  });
  const own = grouped(claims, (c) => c.deal);
  return deals.map((deal) => {
    const history = historyOf(own.get(deal.id) ?? [], graph, view);
    return {
      maker: deal.device.manufacturer.slug,
      carrier: deal.carrier.slug,
      history,
      heard: lastHeardOf(history, graph, view),
    };
  });
}

const tally = (keys: readonly string[]) =>
  Object.fromEntries([...grouped(keys, (key) => key)].map(([key, all]) => [key, all.length]).sort());
const begun = (history: readonly HistoryEntry[], on: Day) => history.filter((e) => e.begins <= on);

describe.each(CASES)("the overview, $name", (asked) => {
  const { view, manufacturer, country, years } = asked;
  const load = async () => ({
    found: await overview(t.prisma, { view, manufacturer, country, years }),
    deals: await histories(asked),
  });

  it("counts deals by status, certainty and marks, and by reason", async () => {
    const { found, deals } = await load();
    const now = deals.flatMap(({ history, heard }) => {
      const at = statusOn(history, view.on);
      if (!at) return [];
      const { claim, certainty } = at.entry;
      const { stale } = staleness({
        status: at.status,
        target: claim.target,
        lastHeard: heard ?? at.entry.published,
        on: view.on,
      });
      return [{ status: at.status, ...certainty, stale, reasons: claim.reasons }];
    });
    const key = (d: { status: string; certainty: string; disputed: boolean; stale: boolean }) =>
      `${d.status} ${d.certainty} ${d.disputed} ${d.stale}`;
    expect(tally(found.day.flatMap((d) => Array(d.deals).fill(key(d))))).toEqual(tally(now.map(key)));
    const given = found.reasons.flatMap(({ reason, counts }) =>
      STATUSES.flatMap((s) => Array<string>(counts[s]).fill(`${reason} ${s}`)),
    );
    expect(tally(given)).toEqual(
      tally(now.flatMap((d) => [...new Set(d.reasons)].map((r) => `${r} ${d.status}`))),
    );
    expect(found.totals.claims).toBe(deals.flatMap(({ history }) => begun(history, view.on)).length);
    expect(now.length).toBeGreaterThan(10);
  });

  it("draws the trend that the histories had on each of its days", async () => {
    const { found, deals } = await load();
    expect(found.trend.length).toBeGreaterThan(8);
    for (const { day, counts } of found.trend) {
      const there = tally(deals.flatMap(({ history }) => statusOn(history, day)?.status ?? []));
      expect([
        day,
        Object.fromEntries(
          Object.entries(counts)
            .filter(([, n]) => n > 0)
            .sort(),
        ),
      ]).toEqual([day, there]);
      expect(isWithin(Number(day.slice(0, 4)), years)).toBe(true);
    }
  });

  it("follows the latest plan of each deal as the pure function does", async () => {
    const { found, deals } = await load();
    const key = (c: Pick<PlanCourse, "year" | "outcome" | "slips">) => `${c.year} ${c.outcome} ${c.slips}`;
    const courses = deals.flatMap(({ history }) => {
      const plan = plansOf(begun(history, view.on), view.on).at(-1);
      return plan ? [courseOf(plan, view.on)] : [];
    });
    const expected = courses.filter(({ year }) => isWithin(year, years));
    expect(tally(found.plans.flatMap((p) => Array<string>(p.plans).fill(key(p))))).toEqual(
      tally(expected.map(key)),
    );
    for (const length of ["shortest", "longest"] as const)
      expect(
        tally(found.lasted[length].flatMap((l) => Array<string>(l.n).fill(`${l.time} ${l.ended}`))),
      ).toEqual(tally(expected.map((c) => `${c[length]} ${c.outcome !== "planned"}`)));
    expect(expected.length).toBeGreaterThan(5);
  });

  it("counts withdrawals by year and reason, movers, and the latest changes", async () => {
    const { found, deals } = await load();
    const withdrawn = deals
      .flatMap(({ history }) => begun(history, view.on))
      .filter((e) => e.claim.status === "withdrawn" && isWithin(Number(e.begins.slice(0, 4)), years));
    const reasons = withdrawn.flatMap((e) => {
      const given = e.claim.reasons.length > 0 ? [...new Set(e.claim.reasons)] : [null];
      return given.map((reason) => `${e.begins.slice(0, 4)} ${reason}`);
    });
    const told = found.withdrawals.flatMap((w) => Array<string>(w.claims).fill(`${w.year} ${w.reason}`));
    expect(tally(told)).toEqual(tally(reasons));

    const { of, from, to, rows } = found.movers;
    expect(to).toBe(years ? `${years.to}-12-31` : view.on);
    expect(from).toBe(years ? `${years.from - 1}-12-31` : addYears(view.on, -10));
    for (const mover of rows) {
      const own = deals.filter((d) => (of === "carrier" ? d.carrier : d.maker) === mover.slug);
      const carried = (day: Day) =>
        own.filter(({ history }) => statusOn(history, day)?.status === "carried").length;
      expect([mover.slug, mover.before, mover.after]).toEqual([mover.slug, carried(from), carried(to)]);
    }
    const moved = rows.map((m) => Math.abs(m.after - m.before));
    expect(moved).toEqual([...moved].sort((a, b) => b - a));

    const byId = new Map(deals.flatMap(({ history }) => history).map((e) => [e.claim.id, e]));
    const newest = [...byId.values()]
      .map((e) => e.begins)
      .filter((day) => day <= to)
      .sort()
      .reverse();
    expect(found.latest.map(({ claim }) => byId.get(claim.id)?.begins)).toEqual(
      newest.slice(0, found.latest.length),
    );
    for (const line of found.latest) {
      const previous = byId.get(line.claim.id)?.previous;
      expect(line.before?.status ?? null).toBe(previous ? (byId.get(previous)?.claim.status ?? null) : null);
    }
  });

  it("agrees with the lists that its numbers open", async () => {
    const { found } = await load();
    const listed = async (params: Record<string, string>) => {
      const of = { ...(manufacturer ? { manufacturer } : {}), ...(country ? { country } : {}) };
      const { filter, sort, problems } = readList(DEAL_LIST, { ...of, ...params });
      expect(problems).toEqual([]);
      return (await dealList(t.prisma, { view, filter, sort, page: 1 })).total;
    };
    expect(await listed({})).toBe(dealsWhere(found.day));
    expect(await listed({ stale: "1" })).toBe(dealsWhere(found.day, (d) => d.stale));
    expect(await listed({ disputed: "1" })).toBe(dealsWhere(found.day, (d) => d.disputed));
    expect(await listed({ certainty: "reported" })).toBe(
      dealsWhere(found.day, (d) => d.certainty === "reported"),
    );
    const [reason] = found.reasons;
    if (reason) expect(await listed({ reason: reason.reason })).toBe(sumOf(reason.counts));
    const begunIn: Record<string, string> = years ? { planned: `${years.from}/${years.to}` } : {};
    const plans = (passes: (p: PlanGroup) => boolean) =>
      found.plans.filter(passes).reduce((n, p) => n + p.plans, 0);
    expect(await listed({ ...begunIn, outcome: "withdrawn" })).toBe(plans((p) => p.outcome === "withdrawn"));
    expect(await listed({ ...begunIn, slips: "1" })).toBe(plans((p) => p.slips === 1));
    expect(await listed({ ...begunIn, waited: "90" })).toBe(atRiskAt(found.lasted.shortest, 90));
    expect(await listed({ ...begunIn, maywait: "90" })).toBe(atRiskAt(found.lasted.longest, 90));
    expect(await listed({ ...begunIn, maywait: "0" })).toBe(plans(() => true));
  });
});
