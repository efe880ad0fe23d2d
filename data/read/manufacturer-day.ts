import type { Db } from "@/data/db";
import type { Id, View } from "@/domain/claims";
import type { Facets } from "@/domain/deal-facets";
import type { Selling } from "@/domain/entity-pages";
import { byCountryGroups, type CellState, type StatusMatrix } from "@/domain/matrix";
import type { CarrierKind } from "@/domain/status";
import { NO_DEAL_FILTER } from "@/formats/lists";
import { Prisma } from "@/generated/prisma/client";
import { boardSql } from "./board-sql";
import { withoutStatusSql } from "./deal-scope";
import { type FacetRow, facetsIn, facetsOfSql } from "./facets-sql";
import { jsonLists } from "./json-rows";
import { dealOfSql, dealsAt } from "./whose-deals";

const { sql } = Prisma;

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

export type ManufacturerDay = {
  readonly facets: Facets;
  readonly matrix: StatusMatrix;
  /** Carriers, and their countries, with a device on sale on that day. */
  readonly selling: Selling;
};

/**
 * How a manufacturer's deals stand on the view's day: how many of each status and mark; and its devices with most deals (at most
 * 30) at the carriers that have most of them (at most 16), each with its status, the numbers at the edges counting all of its
 * deals. One query, which finds its deals once; at most 480 cells.
 */
export async function manufacturerDay(db: Db, view: View, slug: string): Promise<ManufacturerDay> {
  const deals = dealsAt({ manufacturer: slug });
  const filter = { ...NO_DEAL_FILTER, manufacturer: slug };
  const { facets, rows } = await jsonLists<{ facets: FacetRow[]; rows: Row[] }>(
    db,
    { facets: facetsOfSql(sql`board`, sql`early`, filter), rows: CELLS },
    // Each once by itself, so that they are put together as wholes: PostgreSQL cannot know how many deals one manufacturer has.
    sql`WITH
      board AS MATERIALIZED (
        SELECT b.deal_id, b.claim_id, b.status, b.certain, b.certainty, b.disputed, b.origins, b.begins, b.heard, b.stale
        FROM (${boardSql(view, deals)}) b
      ),
      early AS MATERIALIZED (${withoutStatusSql(view, deals)}),
      own AS MATERIALIZED (SELECT d.id, d.device_id, d.carrier_id FROM deal d WHERE ${dealOfSql(deals)})`,
  );
  return {
    facets: facetsIn(facets, filter),
    matrix: matrixOf(rows),
    selling: rows[0]?.selling ?? { carriers: 0, countries: 0 },
  };
}

/** A row a cell, from the CTEs `board`, `early` and `own`. */
const CELLS = sql`
  WITH known AS MATERIALIZED (
    SELECT o.id AS deal, o.device_id, o.carrier_id, b.status FROM board b JOIN own o ON o.id = b.deal_id
    UNION ALL
    SELECT o.id, o.device_id, o.carrier_id, NULL FROM early e JOIN own o ON o.id = e.deal_id
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
  SELECT k.deal, json_build_object('slug', v.slug, 'name', v.name, 'carried', v.carried) AS device,
         json_build_object('id', c.id, 'slug', c.slug, 'name', c.name, 'country', c.country, 'kind', c.kind,
           'carried', c.carried, 'deals', c.n) AS carrier,
         json_build_object('slug', m.slug, 'name', m.name) AS maker,
         CASE WHEN b.claim_id IS NOT NULL THEN json_build_object('claim', b.claim_id, 'status', b.status,
           'certain', b.certain, 'certainty', b.certainty, 'disputed', b.disputed, 'origins', b.origins,
           'begins', b.begins, 'heard', b.heard, 'stale', b.stale) END AS state,
         (SELECT count(*)::int FROM devices) AS devices, (SELECT count(*)::int FROM carriers) AS carriers,
         (SELECT json_build_object('carriers', count(*), 'countries', count(DISTINCT c.country))
          FROM carriers t JOIN carrier c ON c.id = t.carrier_id WHERE t.carried > 0) AS selling
  FROM known k
  JOIN tops v ON v.id = k.device_id
  JOIN places c ON c.id = k.carrier_id
  JOIN manufacturer m ON m.id = v.manufacturer_id
  LEFT JOIN board b ON b.deal_id = k.deal
  ORDER BY v.name_key, v.id`;

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
