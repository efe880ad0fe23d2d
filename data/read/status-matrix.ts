import type { Db } from "@/data/db";
import type { Id, View } from "@/domain/claims";
import {
  byCountryGroups,
  type CellState,
  type MatrixColumn,
  type MatrixRow,
  type StatusMatrix,
} from "@/domain/matrix";
import type { MatrixFilter } from "@/formats/matrix-query";
import { Prisma } from "@/generated/prisma/client";
import { boardSql } from "./board-sql";
import { createdBy, recordedBy } from "./entity-sql";
import { historySql } from "./history-sql";
import { jsonLists } from "./json-rows";
import { matrixCounts } from "./matrix-counts";
import { carrierIs, cellIs, manufacturerIs } from "./matrix-filter-sql";
import { daySql } from "./view-sql";

const ROWS = 50;

type Asked = { readonly view: View; readonly filter: MatrixFilter };

type InSight = {
  carriers: (Omit<MatrixColumn, "carried"> & { total: number })[];
  manufacturers: { slug: string; name: string }[];
  countries: { country: string }[];
};

/**
 * The columns, carriers with the most deals first (`total` counts all of the filter), and what the filter's fields offer:
 * manufacturers, countries with carriers.
 */
function carriersInSight(db: Db, { view, filter }: Asked): Promise<InSight> {
  const { columns, columnPage } = filter;
  return jsonLists<InSight>(db, {
    carriers: Prisma.sql`
      SELECT c.id, c.slug, c.name, c.country, c.kind, count(*) OVER ()::int AS total
      FROM carrier c
      JOIN (
        SELECT d.carrier_id, count(*) AS deals FROM deal d
        ${filter.manufacturer ? Prisma.sql`JOIN device v ON v.id = d.device_id JOIN manufacturer m ON m.id = v.manufacturer_id AND ${manufacturerIs(filter)}` : Prisma.empty}
        WHERE ${recordedBy(view)}
        GROUP BY d.carrier_id
      ) n ON n.carrier_id = c.id
      WHERE ${carrierIs(filter)}
      ORDER BY n.deals DESC, c.slug LIMIT ${columns} OFFSET ${(columnPage - 1) * columns}`,
    manufacturers: Prisma.sql`SELECT e.slug, e.name FROM manufacturer e WHERE ${createdBy(view)} ORDER BY e.name_key LIMIT 1000`,
    countries: Prisma.sql`SELECT DISTINCT e.country FROM carrier e WHERE ${createdBy(view)} ORDER BY 1`,
  });
}

type DeviceRow = { id: Id; slug: string; name: string; maker: string; maker_slug: string; total: number };

/** A page of devices with a deal that the filter wants at one of these carriers. */
function devicesInSight(db: Db, { view, filter }: Asked, carriers: readonly Id[], page: number) {
  const deals = Prisma.sql`SELECT id FROM deal WHERE carrier_id = ANY (${[...carriers]}::uuid[])`;
  const wanted = cellIs(filter);
  const something = wanted
    ? Prisma.sql`e.id IN (
        SELECT d.device_id FROM deal d LEFT JOIN (${boardSql(view, deals)}) b ON b.deal_id = d.id
        WHERE d.carrier_id = ANY (${[...carriers]}::uuid[]) AND ${recordedBy(view)} AND ${wanted})`
    : filter.all
      ? createdBy(view)
      : Prisma.sql`e.id IN (SELECT d.device_id FROM deal d WHERE d.carrier_id = ANY (${[...carriers]}::uuid[]) AND ${recordedBy(view)})`;
  const changed = Prisma.sql`LEFT JOIN (
    SELECT d.device_id, max(h.sort_earliest) AS day FROM (${historySql(view, deals)}) h JOIN deal d ON d.id = h.deal_id
    WHERE h.sort_earliest <= ${daySql(view.on)} GROUP BY d.device_id) x ON x.device_id = e.id`;
  return db.$queryRaw<DeviceRow[]>`
    SELECT e.id, e.slug, e.name, m.name AS maker, m.slug AS maker_slug, count(*) OVER ()::int AS total
    FROM device e JOIN manufacturer m ON m.id = e.manufacturer_id
    ${filter.sort === "change" ? changed : Prisma.empty}
    WHERE ${manufacturerIs(filter)} AND ${something}
    ORDER BY ${filter.sort === "change" ? Prisma.sql`x.day DESC NULLS LAST,` : Prisma.empty} m.name_key, e.name_key, e.id
    LIMIT ${ROWS} OFFSET ${(page - 1) * ROWS}`;
}

type DealRow = { deal: Id; device_id: Id; carrier_id: Id } & { [K in keyof CellState]: CellState[K] | null };

/** Every deal of these devices at carriers of the filter, with its status on the day. */
function dealsOf(db: Db, { view, filter }: Asked, devices: readonly Id[]) {
  const ids = Prisma.sql`${[...devices]}::uuid[]`;
  return db.$queryRaw<DealRow[]>`
    SELECT d.id AS deal, d.device_id, d.carrier_id, b.claim_id AS claim, b.status, b.certain, b.certainty, b.disputed,
           b.origins, b.begins::text, b.heard::text, b.stale, coalesce(${cellIs(filter) ?? Prisma.sql`true`}, false) AS wanted
    FROM deal d JOIN carrier c ON c.id = d.carrier_id
    LEFT JOIN (${boardSql(view, Prisma.sql`SELECT id FROM deal WHERE device_id = ANY (${ids})`)}) b ON b.deal_id = d.id
    WHERE d.device_id = ANY (${ids}) AND ${recordedBy(view)} AND ${carrierIs(filter)}`;
}

/**
 * Devices × carriers under a view: one page of rows (50) and of columns. A page past the end is the last one. Four
 * queries, bounded by what is in sight, but for the numbers of the legend and under the columns, which count all devices of the filter.
 */
export async function statusMatrix(db: Db, asked: Asked): Promise<StatusMatrix> {
  const { filter } = asked;
  const { carriers: found, manufacturers, countries } = await carriersInSight(db, asked);
  const columns = byCountryGroups(found);
  const carriers = columns.map((c) => c.id);
  const [devices, { carried, groups }] = await Promise.all([
    devicesInSight(db, asked, carriers, filter.page),
    matrixCounts(db, asked, carriers),
  ]);
  const deals =
    devices.length === 0
      ? []
      : await dealsOf(
          db,
          asked,
          devices.map((d) => d.id),
        );
  const total = devices[0]?.total ?? 0;
  const totalCarriers = found[0]?.total ?? 0;
  return {
    columns: columns.map(({ id, slug, name, country, kind }) => ({
      id,
      slug,
      name,
      country,
      kind,
      carried: carried.get(id) ?? 0,
    })),
    groups,
    rows: devices.map((device) => rowOf(device, deals, carriers)),
    devices: total,
    carriers: totalCarriers,
    page: filter.page,
    pages: Math.ceil(total / ROWS),
    columnPage: filter.columnPage,
    columnPages: Math.ceil(totalCarriers / filter.columns),
    manufacturers,
    countries: countries.map(({ country }) => country),
  };
}

function rowOf(device: DeviceRow, deals: readonly DealRow[], carriers: readonly Id[]): MatrixRow {
  const own = deals.filter((d) => d.device_id === device.id);
  return {
    device: { slug: device.slug, name: device.name },
    manufacturer: { slug: device.maker_slug, name: device.maker },
    cells: carriers.map((id) => {
      const found = own.find((d) => d.carrier_id === id);
      if (!found) return null;
      const { deal, device_id: _, carrier_id: __, ...state } = found;
      return { deal, state: state.claim === null ? null : (state as CellState) };
    }),
    carried: own.filter((d) => d.status === "carried").length,
  };
}
