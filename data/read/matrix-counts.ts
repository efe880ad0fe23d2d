import type { Db } from "@/data/db";
import type { Id, View } from "@/domain/claims";
import type { CellGroup } from "@/domain/matrix";
import type { MatrixFilter } from "@/formats/matrix-query";
import { Prisma } from "@/generated/prisma/client";
import { boardSql } from "./board-sql";
import { recordedBy } from "./entity-sql";
import { cellIs, IS_SINGLE, manufacturerIs } from "./matrix-filter-sql";
import type { Deals } from "./whose-deals";

type Row = {
  readonly carried: readonly { readonly id: Id; readonly n: number }[];
  readonly groups: readonly CellGroup[];
  readonly deals: number;
};

/**
 * The deals of the filter's makers at these carriers, on whatever page of devices they stand: how many of each carrier it
 * sells on the day, and how many look alike to the legend. One query; a row a carrier, and at most 225 more.
 */
export async function matrixCounts(
  db: Db,
  { view, filter }: { readonly view: View; readonly filter: MatrixFilter },
  carriers: readonly Id[],
): Promise<{ readonly carried: ReadonlyMap<Id, number>; readonly groups: readonly CellGroup[] }> {
  const { certainty, reason } = filter;
  const ids = Prisma.sql`${[...carriers]}::uuid[]`;
  const deals = Prisma.sql`deal d ${
    filter.manufacturer
      ? Prisma.sql`JOIN device v ON v.id = d.device_id JOIN manufacturer m ON m.id = v.manufacturer_id AND ${manufacturerIs(filter)}`
      : Prisma.empty
  } WHERE d.carrier_id = ANY (${ids})`;
  // Without a maker these are whole carriers, whose spans one index finds.
  const whose: Deals = filter.manufacturer
    ? Prisma.sql`SELECT d.id FROM ${deals}`
    : { carriers: Prisma.sql`SELECT unnest(${ids})` };
  const fits = cellIs({ certainty, reason, status: null, mark: null }) ?? Prisma.sql`true`;
  const [row] = await db.$queryRaw<Row[]>`
    WITH b AS MATERIALIZED (
      SELECT b.carrier_id, b.status, ${IS_SINGLE} AS single, b.disputed, b.certain, b.stale, ${fits} AS fits, count(*) AS n
      FROM (${boardSql(view, whose)}) b GROUP BY 1, 2, 3, 4, 5, 6, 7
    )
    SELECT (SELECT coalesce(json_agg(g ORDER BY g.status, g.single, g.disputed, g.certain, g.stale, g.fits), '[]') FROM (
              SELECT b.status, b.single, b.disputed, b.certain, b.stale, b.fits, sum(b.n)::int AS deals
              FROM b GROUP BY 1, 2, 3, 4, 5, 6) g) AS groups,
           (SELECT coalesce(json_agg(c), '[]') FROM (
              SELECT b.carrier_id AS id, sum(b.n)::int AS n FROM b WHERE b.status = 'carried' GROUP BY 1) c) AS carried,
           (SELECT count(*) FROM ${deals} AND ${recordedBy(view)})::int AS deals`;
  const groups = row?.groups ?? [];
  const without = (row?.deals ?? 0) - groups.reduce((n, group) => n + group.deals, 0);
  const none = { ...NOTHING_SAID, fits: certainty === null && reason === null, deals: without };
  return {
    carried: new Map(row?.carried.map(({ id, n }) => [id, n])),
    groups: without > 0 ? [...groups, none] : groups,
  };
}

/** A deal without a status on the day. */
const NOTHING_SAID = { status: null, single: null, disputed: null, certain: null, stale: null } as const;
