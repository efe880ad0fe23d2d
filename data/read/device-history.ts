import type { Db } from "@/data/db";
import { statementSelect, toStatement } from "@/data/rows";
import type { View } from "@/domain/claims";
import { type DeviceHistory, foldDevice } from "@/domain/device-history";
import { sourceGraph, sourcesNamed } from "./claims";
import {
  carrierSelect,
  claimSelect,
  deviceListingSelect,
  deviceSelect,
  policiesOf,
  toCarrier,
  toClaim,
  toDevice,
  toDeviceListing,
} from "./device-rows";

/** A device's history at every carrier and retailer under a view; null when there is no such device. Six queries. */
export async function deviceHistory(db: Db, slug: string, view: View): Promise<DeviceHistory | null> {
  const row = await db.device.findUnique({
    where: { slug },
    select: { ...deviceSelect, deals: { select: { id: true, carrier: { select: carrierSelect } } } },
  });
  if (!row) return null;
  const { id: deviceId, manufacturer } = row;
  const [claimRows, listingRows, statementRows] = await Promise.all([
    db.statusChange.findMany({ where: { deal: { deviceId } }, select: claimSelect, orderBy: { seq: "asc" } }),
    db.listing.findMany({ where: { deviceId }, select: deviceListingSelect, orderBy: { seq: "asc" } }),
    db.statement.findMany({
      where: { OR: [{ deviceId }, { deviceId: null, manufacturerId: manufacturer.id }] },
      select: statementSelect,
      orderBy: [{ dateEarliest: "asc" }, { seq: "asc" }],
    }),
  ]);
  const claims = claimRows.map(toClaim);
  const listings = listingRows.map(toDeviceListing);
  const statements = statementRows.map(toStatement);
  const ids = new Set([
    ...sourcesNamed(claims),
    ...sourcesNamed(listings),
    ...statements.map((s) => s.source),
  ]);
  const graph = await sourceGraph(db, ids, view.record);
  return foldDevice(
    {
      device: toDevice(row),
      deals: row.deals.map((d) => ({ id: d.id, carrier: toCarrier(d.carrier) })),
      claims,
      listings,
      statements,
      policies: policiesOf(row, claimRows),
      graph,
    },
    view,
  );
}
