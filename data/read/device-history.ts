import type { Db } from "@/data/db";
import type { View } from "@/domain/claims";
import { type DeviceHistory, foldDevice } from "@/domain/device-history";
import { Prisma } from "@/generated/prisma/client";
import { listingsWhere, sourceGraph, sourcesNamed, statementsWhere, statusClaimsWhere } from "./claims";
import { deviceRows } from "./device-rows";

/** A device's history at every carrier and retailer under a view; null when there is no such device. Five queries. */
export async function deviceHistory(db: Db, slug: string, view: View): Promise<DeviceHistory | null> {
  const { device, deals, retailers, policies } = await deviceRows(db, slug);
  if (!device) return null;
  const [claims, listings, statements] = await Promise.all([
    statusClaimsWhere(db, Prisma.sql`c.deal_id = ANY (${deals.map(({ id }) => id)}::uuid[])`),
    listingsWhere(db, Prisma.sql`c.device_id = ${device.id}::uuid`),
    statementsWhere(
      db,
      Prisma.sql`c.device_id = ${device.id}::uuid
        OR (c.device_id IS NULL AND c.manufacturer_id = ${device.manufacturer.id}::uuid)`,
    ),
  ]);
  const ids = [...sourcesNamed(claims), ...sourcesNamed(listings), ...statements.map((s) => s.source)];
  const graph = await sourceGraph(db, new Set(ids), view.record);
  const retailer = new Map(retailers.map((r) => [r.id, r]));
  return foldDevice(
    {
      device,
      deals,
      claims,
      listings: listings.flatMap((listing) => {
        const at = retailer.get(listing.retailer);
        return at ? [{ ...listing, at }] : [];
      }),
      statements,
      policies,
      graph,
    },
    view,
  );
}
