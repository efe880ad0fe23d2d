import type { Db } from "@/data/db";
import type { View } from "@/domain/claims";
import { type CarrierRef, type DeviceHistory, type DeviceRef, foldDevice } from "@/domain/device-history";
import { Prisma } from "@/generated/prisma/client";
import { sourceGraph, sourcesNamed, statementsWhere, statusClaimsWhere } from "./claims";
import { deviceRows } from "./device-rows";

/** A deal's page: `history` holds its one lane; null when the pair has no deal on record. */
export type DealHistory = {
  readonly device: DeviceRef | null;
  readonly carrier: CarrierRef | null;
  readonly history: DeviceHistory | null;
};

/** One device at one carrier under a view. What does not exist is null. Four queries. */
export async function dealHistory(
  db: Db,
  slugs: { device: string; carrier: string },
  view: View,
): Promise<DealHistory> {
  const { device, carrier, deals, policies } = await deviceRows(db, slugs.device, slugs.carrier);
  const [deal] = deals;
  if (!device || !carrier || !deal) return { device, carrier, history: null };
  const [claims, statements] = await Promise.all([
    statusClaimsWhere(db, Prisma.sql`c.deal_id = ${deal.id}::uuid`),
    statementsWhere(
      db,
      Prisma.sql`c.carrier_id = ${carrier.id}::uuid AND (c.device_id = ${device.id}::uuid
        OR (c.device_id IS NULL AND c.manufacturer_id = ${device.manufacturer.id}::uuid))`,
    ),
  ]);
  const ids = new Set([...sourcesNamed(claims), ...statements.map((s) => s.source)]);
  const graph = await sourceGraph(db, ids, view.record);
  const history = foldDevice(
    { device, deals: [deal], claims, listings: [], statements, policies, graph },
    view,
  );
  return { device, carrier, history };
}
