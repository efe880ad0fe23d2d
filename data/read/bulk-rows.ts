import type { Db } from "@/data/db";
import type { View } from "@/domain/claims";
import { type BulkRow, MOST_AT_ONCE } from "@/formats/bulk";
import type { DealFilter, DealReading } from "@/formats/lists";
import { dealFacets, dealRows } from "./deal-list";

/** The first deals that a filter leaves, at most `MOST_AT_ONCE`, with their versions; `total` counts all of them. Three queries. */
export async function bulkRows(
  db: Db,
  asked: { readonly view: View; readonly filter: DealFilter; readonly sort: DealReading["sort"] },
): Promise<{ rows: BulkRow[]; total: number }> {
  const [{ total }, rows] = await Promise.all([
    dealFacets(db, asked.view, asked.filter),
    dealRows(db, { ...asked, size: MOST_AT_ONCE, skip: 0 }),
  ]);
  const versions = new Map(
    (
      await db.deal.findMany({
        where: { id: { in: rows.map((r) => r.deal) } },
        select: { id: true, version: true },
      })
    ).map((d) => [d.id, d.version]),
  );
  return {
    total,
    rows: rows.map(({ deal, device, carrier, now }) => ({
      deal,
      version: versions.get(deal) ?? 0,
      device,
      carrier,
      now: now && { status: now.status, certain: now.certain, since: now.since },
    })),
  };
}

/** Slugs and name of some deals, by id. One query. */
export async function dealNames(
  db: Db,
  deals: readonly string[],
): Promise<ReadonlyMap<string, { device: string; carrier: string; name: string }>> {
  const rows = await db.deal.findMany({
    where: { id: { in: [...deals] } },
    select: {
      id: true,
      device: { select: { slug: true, name: true } },
      carrier: { select: { slug: true, name: true } },
    },
  });
  return new Map(
    rows.map((r) => [
      r.id,
      { device: r.device.slug, carrier: r.carrier.slug, name: `${r.device.name} at ${r.carrier.name}` },
    ]),
  );
}
