import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { busyRecord } from "@/data/testing/busy-record";
import { openTestDatabase, type TestDatabase } from "@/data/testing/database";
import { type ChangeFilter, keepsRow, shownRows } from "@/domain/change-filter";
import { CHANGE_GROUPS, type ChangeGroup } from "@/domain/change-groups";
import { CHANGE_KINDS, type ChangeKind, type ChangeRow, type ChangesBetween } from "@/domain/change-rows";
import type { SourceGraph, StatusClaim, View } from "@/domain/claims";
import { type Axis, type Difference, differences } from "@/domain/difference";
import { grouped } from "@/domain/grouped";
import { type BetweenQuery, changesBetween, everyChange } from "./changes-between";
import { statusClaims } from "./claims";

let t: TestDatabase;
beforeAll(async () => {
  t = await openTestDatabase({ dossier: true });
  await busyRecord(t);
}, 180_000);
afterAll(() => t.drop());

const NOW: View = { on: "2026-11-24", known: null, record: null };
const WHOLE = { view: NOW, filter: {}, group: null, part: null, size: 100_000, page: 1, recorder: true };
const ask = (by: Axis, from: string, to: string, more: Partial<BetweenQuery> = {}) =>
  changesBetween(t.prisma, { ...WHOLE, by, from, to, ...more });
const keys = (rows: readonly ChangeRow[]) => rows.map(({ key }) => key);

const KINDS = {
  "world-changed": "world",
  "we-corrected": "corrected",
  "evidence-changed": "evidence",
} as const;
const keyOf = (d: Difference) =>
  `${KINDS[d.kind]}-${(d.kind === "we-corrected" ? (d.after ?? d.before) : d.after).claim.id}`;

const claimsAt = new Map<string | null, Promise<[StatusClaim[][], SourceGraph]>>();
/** The claims of every deal, and the sources as they read at an instant. */
function everything(record: string | null): Promise<[StatusClaim[][], SourceGraph]> {
  const read = async (): Promise<[StatusClaim[][], SourceGraph]> => {
    const deals = await t.prisma.deal.findMany({ select: { id: true } });
    const { claims, graph } = await statusClaims(t.prisma, { deals: deals.map(({ id }) => id), record });
    return [[...grouped(claims, (c) => c.deal).values()], graph];
  };
  const known = claimsAt.get(record) ?? read();
  claimsAt.set(record, known);
  return known;
}

/** Every deal's differences by the pure function, without asking which deals might differ; in the order of the report. */
async function byDomain(by: Axis, from: string, to: string, view = NOW): Promise<string[]> {
  const [deals, graph] = await everything(view.record);
  return deals
    .flatMap((claims) => differences({ claims, graph, knowledge: view }, by, from, to))
    .map((d) => ({ kind: CHANGE_KINDS.indexOf(KINDS[d.kind]), day: d.day, key: keyOf(d) }))
    .sort((a, b) => a.kind - b.kind || (a.day < b.day ? -1 : a.day > b.day ? 1 : a.key < b.key ? -1 : 1))
    .map(({ key }) => key);
}

/** The lines, and the numbers: of a line that the domain did not know only the number would tell. */
const toldBy = (found: ChangesBetween) => ({
  lines: keys(shownRows(found)),
  totals: CHANGE_KINDS.map((kind) => found[kind].total),
});
const expectedOf = (lines: readonly string[]) => ({
  lines,
  totals: CHANGE_KINDS.map((kind) => lines.filter((key) => key.startsWith(`${kind}-`)).length),
});

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
  ])(
    "finds by %s, %s to %s, what the pure function finds in all deals, in its order",
    async (by, from, to) => {
      expect(toldBy(await ask(by, from, to))).toEqual(expectedOf(await byDomain(by, from, to)));
    },
  );

  it("finds the same as the pure function for any two days, by any axis, under any view", async () => {
    const day = (min: string, max: string) =>
      fc
        .date({ min: new Date(min), max: new Date(max), noInvalidDate: true })
        .map((d) => d.toISOString().slice(0, 10));
    const record = day("2026-01-01", "2026-03-05").map((d) => `${d}T12:00:00.000Z`);
    const asked = fc.record({
      by: fc.constantFrom<Axis>("published", "published", "recorded", "effective"),
      world: fc.tuple(day("2012-01-01", "2020-12-31"), day("2012-01-01", "2020-12-31")),
      deeds: fc.tuple(day("2025-12-30", "2026-03-05"), day("2025-12-30", "2026-03-05")),
      known: fc.option(day("2017-01-01", "2020-12-31")),
      record: fc.option(record),
    });
    let differing = 0;
    await fc.assert(
      fc.asyncProperty(asked, async ({ by, world, deeds, known, record }) => {
        const [from = "", to = ""] = (by === "recorded" ? deeds : world).toSorted();
        const view = { ...NOW, known, record };
        const expected = await byDomain(by, from, to, view);
        differing += expected.length;
        expect(toldBy(await ask(by, from, to, { view }))).toEqual(expectedOf(expected));
      }),
      { numRuns: 80 },
    );
    expect(differing).toBeGreaterThan(1_000);
  }, 120_000);

  it("tells the three kinds apart in the recorded order of deeds", async () => {
    const found = await ask("recorded", "2026-02-15", "2026-11-24");
    for (const kind of CHANGE_KINDS) expect(found[kind].total).toBeGreaterThan(10);
    const corrected = found.corrected.groups.flatMap(({ rows }) => rows);
    const retracted = corrected.filter((row) => row.mark === "retract");
    expect(retracted.length).toBeGreaterThan(5);
    for (const row of retracted) {
      expect(row.why).toBe("It was never so.");
      // Told with the retraction's own instant, not with that of the claim it closed.
      expect(row.recorded.at > "2026-02-01").toBe(true);
    }
    const slips = corrected.filter((row) => row.why === "Our slip.");
    for (const row of slips) expect(row.claim.note).toBe("Said better.");
    for (const row of slips) expect(row.before?.note).not.toBe("Said better.");
  });

  it("shows nothing that a record's instant does not know, however late the last day is", async () => {
    const view = { ...NOW, record: "2026-02-27T12:00:00.000Z" };
    const frozen = shownRows(await ask("recorded", "2026-02-15", "2026-11-24", { view }));
    expect(keys(frozen)).toEqual(await byDomain("recorded", "2026-02-15", "2026-11-24", view));
    const whole = await ask("recorded", "2026-02-15", "2026-11-24");
    expect(shownRows(whole).length).toBeGreaterThan(frozen.length);
    for (const row of frozen) expect(row.recorded.at <= view.record).toBe(true);
  });

  const FILTERS: readonly ChangeFilter[] = [
    { manufacturer: "huawei" },
    { country: "GB" },
    { carrier: "verizon" },
    { network: "MVNO" },
    { device: "huawei-mate-10-pro" },
    { status: "withdrawn" },
    { certainty: "rumoured" },
    { reason: "safety-recall" },
    { reason: "none" },
    { manufacturer: "huawei", country: "US", status: "withdrawn", certainty: "confirmed" },
  ];
  const PERIODS: readonly [Axis, string, string, View][] = [
    ["effective", "2005-01-01", "2026-01-01", NOW],
    ["published", "2016-01-01", "2020-03-01", NOW],
    ["published", "2016-01-01", "2020-03-01", { ...NOW, record: "2026-02-27T12:00:00.000Z" }],
    ["recorded", "2025-12-01", "2026-02-25", NOW],
  ];
  it.each(
    PERIODS.flatMap(([by, from, to, view]) => FILTERS.map((filter) => [filter, by, from, to, view] as const)),
  )("filters by %j: %s, %s to %s", async (filter, by, from, to, view) => {
    const whole = await ask(by, from, to, { view });
    const carriers = new Map(
      (await t.prisma.carrier.findMany({ select: { slug: true, country: true, kind: true } })).map((c) => [
        c.slug,
        c,
      ]),
    );
    const expected = shownRows(whole).filter((row) => {
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
    expect(shownRows(await ask(by, from, to, { view, filter }))).toEqual(expected);
    expect(expected.length).toBeLessThan(shownRows(whole).length);
    if (by === "effective") expect(expected.length).toBeGreaterThan(0);
  });

  it("leads to every line, page by page, each kind by itself", async () => {
    const period = ["published", "2016-01-01", "2020-03-01"] as const;
    const whole = await ask(...period);
    for (const part of CHANGE_KINDS) {
      const rows: ChangeRow[] = [];
      for (let page = 1, pages = 1; page <= pages; page++) {
        const found = await ask(...period, { part, size: 7, page });
        for (const kind of CHANGE_KINDS) {
          expect(found[kind].total).toBe(whole[kind].total);
          if (kind !== part) expect(found[kind].groups).toEqual([]);
        }
        expect(found[part].page).toBe(page);
        pages = found[part].pages;
        rows.push(...shownRows(found));
      }
      expect(keys(rows)).toEqual(keys(shownRows(await ask(...period, { part }))));
      expect(rows).toHaveLength(whole[part].total);
      const beyond = await ask(...period, { part, size: 7, page: 9_999 });
      expect(beyond[part].page).toBe(beyond[part].pages);
      expect(shownRows(beyond).length).toBeGreaterThan(0);
    }
  });

  it("leaves no line or two over: a page takes a fifth more rather than leave them to another", async () => {
    const period = ["published", "2016-01-01", "2020-03-01"] as const;
    const { lines } = (await ask(...period)).world;
    for (const [size, pages] of [
      [lines, 1],
      [lines - 1, 1],
      [Math.ceil(lines / 1.2), 1],
      [Math.floor(lines / 1.3), 2],
      [Math.floor((lines - 1) / 2), 2],
    ] as const) {
      const found: number[] = [];
      for (let page = 1; page <= pages; page++) {
        const { world } = await ask(...period, { part: "world", size, page });
        expect([size, world.pages]).toEqual([size, pages]);
        found.push(...world.groups.map(({ rows }) => rows.length));
      }
      expect(found).toEqual(pages === 1 ? [lines] : [size, lines - size]);
    }
  });

  /** The groups of the lines of one kind, by the pure names of deals and reasons. */
  const namesOf = ({ deal, claim }: ChangeRow, by: ChangeGroup): (string | null)[] =>
    by === "manufacturer"
      ? [deal.manufacturer.slug]
      : by === "carrier"
        ? [deal.carrier.slug]
        : claim.reasons.length > 0
          ? [...claim.reasons]
          : [null];

  it.each(CHANGE_GROUPS)(
    "groups by %s: the largest first, and each holds all that its name promises",
    async (group) => {
      const period = ["effective", "2005-01-01", "2026-01-01"] as const;
      const all = shownRows(await ask(...period));
      const expected = grouped(
        all.flatMap((row) => namesOf(row, group).map((key) => ({ key, row }))),
        ({ key }) => key,
      );
      const { world, groups } = await ask(...period, { group });
      expect(world.total).toBe(all.length);
      expect(new Set(world.groups.map(({ key }) => key))).toEqual(new Set(expected.keys()));
      for (const { key, total, rows } of world.groups) {
        expect(keys(rows)).toEqual(expected.get(key)?.map(({ row }) => row.key));
        expect(total).toBe(rows.length);
      }
      const sizes = world.groups.map(({ total }) => total);
      expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
      expect(world.lines).toBe(sizes.reduce((a, b) => a + b, 0));
      expect(groups?.map(({ key, world: n }) => [key, n])).toEqual(
        world.groups.map(({ key, total }) => [key, total]),
      );
      // Page by page the groups go on where they stopped, and say how large they are in all.
      const lines: string[] = [];
      for (let page = 1, pages = 1; page <= pages; page++) {
        const found = await ask(...period, { group, part: "world", size: 25, page });
        pages = found.world.pages;
        for (const { key, total, rows } of found.world.groups) {
          expect(total).toBe(expected.get(key)?.length);
          lines.push(...rows.map((row) => `${key} ${row.key}`));
        }
      }
      expect(lines).toEqual(world.groups.flatMap(({ key, rows }) => rows.map((row) => `${key} ${row.key}`)));
    },
  );

  it("hands out all of it for a file, or the first of it, in the order of the report", async () => {
    const query = { ...WHOLE, by: "published" as const, from: "2016-01-01", to: "2020-03-01" };
    const whole = shownRows(await changesBetween(t.prisma, query));
    const taken = async (limit: number, part: ChangeKind | null = null) => {
      const record = "2026-11-24T00:00:00.000Z";
      const { total, parts } = await everyChange(t.prisma, { ...query, part }, { limit, chunk: 50, record });
      const told: { kind: ChangeKind; row: ChangeRow }[] = [];
      for await (const chunk of parts) told.push(...chunk);
      for (const { kind, row } of told) expect(row.key.startsWith(kind)).toBe(true);
      return { total, rows: told.map(({ row }) => row) };
    };
    expect(await taken(1_000_000)).toEqual({ total: whole.length, rows: whole });
    expect(await taken(60)).toEqual({ total: whole.length, rows: whole.slice(0, 60) });
    const evidence = whole.filter(({ key }) => key.startsWith("evidence"));
    expect(await taken(1_000_000, "evidence")).toEqual({ total: evidence.length, rows: evidence });
  });

  it("does not tell readers who recorded it", async () => {
    const found = await ask("effective", "2018-01-01", "2018-02-01", { recorder: false });
    expect(found.world.total).toBeGreaterThan(0);
    expect(shownRows(found).every((row) => row.recorded.by === null)).toBe(true);
  });
});
