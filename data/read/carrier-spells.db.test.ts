import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { counting } from "@/data/testing/counting";
import { openTestDatabase, type TestDatabase } from "@/data/testing/database";
import { type Folded, foldAll, viewsOf } from "@/data/testing/folded";
import { spellsFolded } from "@/data/testing/spells";
import type { View } from "@/domain/claims";
import { overOf, SPELL_ENDS, type SpellLine } from "@/domain/spells";
import { atRiskAt } from "@/domain/survival";
import { readList } from "@/formats/list-query";
import { SPELL_LIST } from "@/formats/lists";
import { carrierPage } from "./carrier-page";
import { carrierSpells, spellRows } from "./carrier-spells";

/** The list of a carrier's spells is what the pure fold of its claims says, and as long as the numbers that open it. */

let t: TestDatabase;
let folded: (view: View) => Promise<readonly Folded[]>;
let loaded = "";
beforeAll(async () => {
  t = await openTestDatabase({ dossier: true });
  folded = await foldAll(t);
  loaded = new Date().toISOString();
});
afterAll(() => t.drop());

const TODAY: View = { on: "2026-11-25", known: null, record: null };
const ALL = { size: 5_000, skip: 0 };

/** The list under an address, and all its rows. */
async function opened(slug: string, view: View, params: Record<string, string> = {}) {
  const asked = readList(SPELL_LIST, params);
  expect(asked.problems).toEqual([]);
  const list = await carrierSpells(t.prisma, slug, { ...asked, view });
  if (!list) throw new Error(`no carrier ${slug}`);
  const all = await spellRows(t.prisma, list.about, { ...asked, view, ...ALL });
  expect([params, all.length]).toEqual([params, list.total]);
  expect(list.rows).toEqual(all.slice(0, list.rows.length));
  return { ...list, all };
}

const facts = ({ begun, ended, device, atLeast, atMost }: SpellLine) => ({
  ...{ claim: begun.claim, device: device.slug, atLeast, atMost },
  ended: ended && { claim: ended.claim, status: ended.status },
});
const byClaim = <T extends { claim: string }>(rows: readonly T[]) =>
  [...rows].sort((a, b) => (a.claim < b.claim ? -1 : 1));

describe.each(viewsOf(() => loaded))("on %s", (_, viewOf) => {
  it.each(["verizon", "att", "ee", "softbank"])("the spells at %s are as its deals fold", async (slug) => {
    const view = viewOf();
    const lanes = (await folded(view)).filter((l) => l.at.carrier === slug);
    const spells = await spellsFolded(t, lanes, view);
    const { all, counts, span } = await opened(slug, view);
    expect(byClaim(all.map(facts))).toEqual(
      byClaim(spells.map(({ at, ...s }) => ({ ...s, device: at.device }))),
    );
    expect(counts.going).toBe(spells.filter((s) => s.ended === null).length);
    for (const status of SPELL_ENDS)
      expect(counts.became[status]).toBe(spells.filter((s) => s.ended?.status === status).length);
    for (const { begun } of all) expect((span?.from ?? "") <= begun.on.latest).toBe(true);
    if (all.some(({ ended }) => ended === null)) expect(span?.to).toBe(view.on);
  });

  it("every number of the carrier's page opens as many", async () => {
    const view = viewOf();
    for (const slug of ["att", "verizon"]) {
      const page = await carrierPage(t.prisma, slug, { sort: { key: "device", desc: false }, page: 1, view });
      const { atLeast, atMost } = page?.past.stays ?? { atLeast: [], atMost: [] };
      for (const months of [0, 12, 24, 36, 48, 60]) {
        const n = String(months);
        expect((await opened(slug, view, { lasted: n })).total).toBe(atRiskAt(atLeast, months));
        expect((await opened(slug, view, { maylast: n })).total).toBe(atRiskAt(atMost, months));
      }
      const over = await opened(slug, view, { state: "over" });
      expect(over.total).toBe(atLeast.reduce((n, l) => n + (l.ended ? l.n : 0), 0));
      expect(overOf(over.counts)).toBe(over.total);
      expect((await opened(slug, view)).total).toBe(atRiskAt(atLeast, 0));
    }
  });
});

it("facets say what each would leave, together with what narrows the list already", async () => {
  const long = (await opened("att", TODAY)).all.filter(({ atMost }) => atMost >= 6);
  const narrowed = { manufacturer: long[0]?.maker.slug ?? "", maylast: "6" };
  const { counts, total, all } = await opened("att", TODAY, narrowed);
  expect(total).toBeGreaterThan(0);
  expect(all.every(({ maker, atMost }) => maker.slug === narrowed.manufacturer && atMost >= 6)).toBe(true);
  expect((await opened("att", TODAY, { ...narrowed, state: "going" })).total).toBe(counts.going);
  for (const became of SPELL_ENDS)
    expect((await opened("att", TODAY, { ...narrowed, became })).total).toBe(counts.became[became]);
  expect((await opened("att", TODAY, { state: "going", became: "ended" })).total).toBe(0);
});

it("is in the order that is asked for", async () => {
  const lasted = (await opened("att", TODAY, { sort: "-lasted" })).all.map((s) => s.atLeast);
  expect(lasted).toEqual([...lasted].sort((a, b) => b - a));
  const names = (await opened("verizon", TODAY, { sort: "device" })).all.map((s) => s.maker.name);
  expect(names.length).toBeGreaterThan(1);
  expect(names).toEqual([...names].sort((a, b) => a.localeCompare(b, "en", { sensitivity: "base" })));
});

it("asks three times, and is null for what is not on record", async () => {
  const { db, asked } = counting(t.prisma);
  await carrierSpells(db as typeof t.prisma, "att", { ...readList(SPELL_LIST, {}), view: TODAY });
  expect(asked()).toBe(3);
  expect(await carrierSpells(t.prisma, "nobody", { ...readList(SPELL_LIST, {}), view: TODAY })).toBeNull();
});
