import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dealBatches } from "@/data/derived/deals";
import { openTestDatabase, type TestDatabase } from "@/data/testing/database";
import type { Id, View } from "@/domain/claims";
import { type DealLane, laneOf } from "@/domain/device-history";
import { grouped } from "@/domain/grouped";
import { CELL_MARKS, matrixCounts, type StatusMatrix } from "@/domain/matrix";
import { STATUSES } from "@/domain/status";
import { readMatrixFilter } from "@/formats/matrix-query";
import type { Params } from "@/formats/view";
import { statusClaims } from "./claims";
import { statusMatrix } from "./status-matrix";

/** The matrix of the dossier against the fold of its claims, deal by deal. */

let t: TestDatabase;
let deals: { id: Id; device: string; carrier: string; country: string; maker: string }[] = [];
beforeAll(async () => {
  t = await openTestDatabase({ dossier: true });
  deals =
    await t.sql(`SELECT d.id, v.slug AS device, c.slug AS carrier, c.country, m.slug AS maker FROM deal d
    JOIN device v ON v.id = d.device_id JOIN carrier c ON c.id = d.carrier_id JOIN manufacturer m ON m.id = v.manufacturer_id`);
});
afterAll(() => t.drop());

const at = (on: string, known: string | null = null): View => ({ on, known, record: null });
const ask = (view: View, params: Params = {}) =>
  statusMatrix(t.prisma, { view, filter: readMatrixFilter(params) });

async function lanes(view: View): Promise<Map<string, DealLane>> {
  const all: Id[] = [];
  for await (const ids of dealBatches(t.prisma)) all.push(...ids);
  const { claims, graph } = await statusClaims(t.prisma, { deals: all });
  const byDeal = grouped(claims, (c) => c.deal);
  return new Map(
    deals.map((d) => [
      `${d.device}/${d.carrier}`,
      laneOf({ id: d.id, carrier: {} as never }, byDeal.get(d.id) ?? [], [], graph, view),
    ]),
  );
}

/** Every page of rows, and of the first `most` pages of columns. */
async function whole(view: View, params: Params = {}, most = 99): Promise<StatusMatrix[]> {
  const first = await ask(view, { ...params, columns: "50" });
  const pages: StatusMatrix[] = [];
  for (let columns = 1; columns <= Math.min(most, first.columnPages); columns++) {
    for (let page = 1, pagesHere = 1; page <= pagesHere; page++) {
      const found = await ask(view, { ...params, columns: "50", page: String(page), cpage: String(columns) });
      pagesHere = found.pages;
      pages.push(found);
    }
  }
  return pages;
}

const cellsOf = (pages: readonly StatusMatrix[]) =>
  pages.flatMap(({ rows, columns }) =>
    rows.flatMap(({ device, cells }) =>
      cells.flatMap((cell, i) => (cell ? [{ at: `${device.slug}/${columns[i]?.slug}`, cell }] : [])),
    ),
  );

describe("statusMatrix", () => {
  it.each([
    ["a past day", at("2019-06-01")],
    ["a past day as published then", at("2018-01-20", "2018-01-20")],
  ])("has every deal once, with the status that the fold gives, on %s", async (_, view) => {
    const expected = await lanes(view);
    const cells = cellsOf(await whole(view));
    expect(cells.map((c) => c.at).sort()).toEqual([...expected.keys()].sort());
    for (const { at: where, cell } of cells) {
      const now = expected.get(where)?.now ?? null;
      expect([where, cell.state?.claim ?? null, cell.state?.certain ?? null]).toEqual([
        where,
        now?.claim.id ?? null,
        now?.certain ?? null,
      ]);
      expect(cell.state?.certainty).toBe(now?.entry.certainty.certainty);
    }
  });

  it("counts what is carried, by device and by carrier, in sight or not", async () => {
    const view = at("2019-06-01");
    const expected = await lanes(view);
    const carried = (of: (d: (typeof deals)[number]) => boolean) =>
      deals.filter((d) => of(d) && expected.get(`${d.device}/${d.carrier}`)?.now?.status === "carried")
        .length;
    const { rows, columns } = await ask(view);
    for (const row of rows) expect(row.carried).toBe(carried((d) => d.device === row.device.slug));
    for (const column of columns) expect(column.carried).toBe(carried((d) => d.carrier === column.slug));
    const huawei = await ask(view, { manufacturer: "huawei", country: "GB" });
    for (const row of huawei.rows)
      expect(row.carried).toBe(carried((d) => d.device === row.device.slug && d.country === "GB"));
    for (const column of huawei.columns)
      expect(column.carried).toBe(carried((d) => d.carrier === column.slug && d.maker === "huawei"));
  });

  it.each([
    { status: "withdrawn" },
    { certainty: "rumoured" },
    { reason: "safety-recall" },
    { mark: "disputed" },
    { mark: "stale" },
    { mark: "none" },
  ])("leaves devices with a wanted cell, and fades the other cells: %o", async (params) => {
    const view = at("2018-03-01");
    const all = cellsOf(await whole(view));
    const wanted = (cells: typeof all) =>
      cells.filter((c) => (params.mark === "none" ? !c.cell.state : c.cell.state?.wanted));
    const pages = await whole(view, params);
    const found = cellsOf(pages);
    expect(wanted(found).length).toBeGreaterThan(0);
    for (const page of pages)
      for (const row of page.rows)
        expect(row.cells.some((c) => c && (params.mark === "none" ? !c.state : c.state?.wanted))).toBe(true);
    if (params.status)
      expect(wanted(found).length).toBe(all.filter((c) => c.cell.state?.status === params.status).length);
  });

  it.each([
    [at("2018-03-01"), {}],
    [at("2018-03-01"), { status: "planned" }],
    [at("2018-03-01"), { mark: "stale", country: "US" }],
    [at("2018-06-01", "2018-02-01"), { certainty: "reported", manufacturer: "huawei" }],
    [at("2018-06-01", "2018-02-01"), { reason: "political-pressure", mark: "single" }],
  ] as [View, Record<string, string>][])(
    "says in the legend how many deals each entry leaves, %o, %o",
    async (view, params) => {
      const opened = async (more: Record<string, string>) => {
        const asked = { ...params, ...more };
        const pages = await whole(view, asked, 1);
        return cellsOf(pages).filter(({ cell }) =>
          cell.state
            ? cell.state.wanted
            : asked.mark === "none" && !asked.status && !asked.certainty && !asked.reason,
        ).length;
      };
      const { groups } = await ask(view, { ...params, columns: "50" });
      const { deals, of } = matrixCounts(groups, readMatrixFilter(params));
      if (Object.keys(params).length > 0) expect(deals).toBe(await opened({}));
      for (const status of STATUSES)
        expect([status, of[status] ?? 0]).toEqual([status, await opened({ status })]);
      for (const mark of CELL_MARKS) expect([mark, of[mark] ?? 0]).toEqual([mark, await opened({ mark })]);
    },
  );

  it("sorts by the last change before the day", async () => {
    const { rows } = await ask(at("2018-03-01"), { sort: "change", columns: "100" });
    const last = rows.map(
      (row) =>
        row.cells
          .flatMap((c) => c?.state?.begins ?? [])
          .sort()
          .at(-1) ?? "",
    );
    expect(last.slice(0, 10)).toEqual([...last.slice(0, 10)].sort().reverse());
  });

  it("tells a deal without a status from no deal", async () => {
    const { rows, columns } = await ask(at("2007-01-01"), { columns: "100" });
    const cells = rows.flatMap((row) => row.cells);
    expect(cells).toHaveLength(rows.length * columns.length);
    expect(cells).toContain(null);
    expect(new Set(cells.flatMap((c) => (c ? [c.state] : [])))).toEqual(new Set([null]));
  });

  it("has no rows on a page that is not there", async () => {
    expect((await ask(at("2019-06-01"), { page: "99" })).rows).toEqual([]);
  });
});
