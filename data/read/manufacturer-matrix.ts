import type { Db } from "@/data/db";
import type { Id, View } from "@/domain/claims";
import type { Selling } from "@/domain/entity-pages";
import { byCountryGroups, type CellState, type StatusMatrix } from "@/domain/matrix";
import type { CarrierKind } from "@/domain/status";
import { boardSql } from "./board-sql";
import { historySql } from "./history-sql";
import { dealsAt } from "./whose-deals";

const ROWS = 30;
const COLUMNS = 16;

type Row = {
  deal: Id;
  device: { slug: string; name: string; carried: number };
  carrier: {
    id: Id;
    slug: string;
    name: string;
    country: string;
    kind: CarrierKind;
    carried: number;
    deals: number;
  };
  maker: { slug: string; name: string };
  state: Omit<CellState, "wanted"> | null;
  devices: number;
  carriers: number;
  selling: Selling;
};

/**
 * The devices of a manufacturer with most deals (at most 30) at the carriers that have most of them (at most 16), each
 * with its status on the view's day. One query, at most 480 cells; the numbers at the edges count all of its deals.
 * `selling`: carriers, and their countries, with a device on sale on that day.
 */
export async function manufacturerMatrix(
  db: Db,
  view: View,
  slug: string,
): Promise<{ readonly matrix: StatusMatrix; readonly selling: Selling }> {
  const deals = dealsAt({ manufacturer: slug });
  const rows = await db.$queryRaw<Row[]>`
    WITH known AS MATERIALIZED (
      SELECT d.id AS deal, d.device_id, d.carrier_id, b.claim_id, b.status, b.certain, b.certainty, b.disputed, b.origins,
             b.begins, b.heard, b.stale
      FROM (SELECT DISTINCT h.deal_id AS id FROM (${historySql(view, deals)}) h) k
      JOIN deal d ON d.id = k.id
      LEFT JOIN (${boardSql(view, deals)}) b ON b.deal_id = d.id
    ),
    devices AS (
      SELECT device_id, count(*) AS n, (count(*) FILTER (WHERE status = 'carried'))::int AS carried FROM known GROUP BY 1
    ),
    carriers AS (
      SELECT carrier_id, count(*)::int AS n, (count(*) FILTER (WHERE status = 'carried'))::int AS carried FROM known GROUP BY 1
    ),
    tops AS (
      SELECT v.*, t.carried FROM devices t JOIN device v ON v.id = t.device_id ORDER BY t.n DESC, v.name_key LIMIT ${ROWS}
    ),
    places AS (
      SELECT c.*, t.carried, t.n FROM carriers t JOIN carrier c ON c.id = t.carrier_id
      ORDER BY t.n DESC, c.country, c.name_key LIMIT ${COLUMNS}
    )
    SELECT k.deal, jsonb_build_object('slug', v.slug, 'name', v.name, 'carried', v.carried) AS device,
           jsonb_build_object('id', c.id, 'slug', c.slug, 'name', c.name, 'country', c.country, 'kind', c.kind,
             'carried', c.carried, 'deals', c.n) AS carrier,
           jsonb_build_object('slug', m.slug, 'name', m.name) AS maker,
           CASE WHEN k.claim_id IS NOT NULL THEN jsonb_build_object('claim', k.claim_id, 'status', k.status,
             'certain', k.certain, 'certainty', k.certainty, 'disputed', k.disputed, 'origins', k.origins,
             'begins', k.begins, 'heard', k.heard, 'stale', k.stale) END AS state,
           (SELECT count(*)::int FROM devices) AS devices, (SELECT count(*)::int FROM carriers) AS carriers,
           (SELECT jsonb_build_object('carriers', count(*), 'countries', count(DISTINCT c.country))
            FROM carriers t JOIN carrier c ON c.id = t.carrier_id WHERE t.carried > 0) AS selling
    FROM known k
    JOIN tops v ON v.id = k.device_id
    JOIN places c ON c.id = k.carrier_id
    JOIN manufacturer m ON m.id = v.manufacturer_id
    ORDER BY v.name_key, v.id`;
  return { matrix: matrixOf(rows), selling: rows[0]?.selling ?? { carriers: 0, countries: 0 } };
}

function matrixOf(rows: readonly Row[]): StatusMatrix {
  const carriers = [...new Map(rows.map(({ carrier }) => [carrier.id, carrier])).values()];
  const columns = byCountryGroups(carriers.sort((a, b) => b.deals - a.deals || (a.name < b.name ? -1 : 1)));
  const devices = [...new Map(rows.map((row) => [row.device.slug, row])).values()];
  return {
    columns: columns.map(({ deals: _, ...column }) => column),
    rows: devices.map(({ device, maker }) => ({
      device: { slug: device.slug, name: device.name },
      manufacturer: maker,
      carried: device.carried,
      cells: columns.map((column) => {
        const found = rows.find((r) => r.device.slug === device.slug && r.carrier.id === column.id);
        return found ? { deal: found.deal, state: found.state && { ...found.state, wanted: true } } : null;
      }),
    })),
    devices: rows[0]?.devices ?? 0,
    carriers: rows[0]?.carriers ?? 0,
    page: 1,
    pages: 1,
    columnPage: 1,
    columnPages: 1,
    manufacturers: [],
    groups: [],
    countries: [],
  };
}
