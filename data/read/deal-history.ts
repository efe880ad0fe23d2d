import type { Db } from "@/data/db";
import { statementSelect, toStatement } from "@/data/rows";
import type { View } from "@/domain/claims";
import { type CarrierRef, type DeviceHistory, type DeviceRef, foldDevice } from "@/domain/device-history";
import { sourceGraph, sourcesNamed } from "./claims";
import {
  carrierSelect,
  claimSelect,
  deviceSelect,
  policiesOf,
  toCarrier,
  toClaim,
  toDevice,
} from "./device-rows";

/** A deal's page: `history` holds its one lane; null when the pair has no deal on record. */
export type DealHistory = {
  readonly device: DeviceRef | null;
  readonly carrier: CarrierRef | null;
  readonly history: DeviceHistory | null;
};

/** One device at one carrier under a view. What does not exist is null. Six queries. */
export async function dealHistory(
  db: Db,
  slugs: { device: string; carrier: string },
  view: View,
): Promise<DealHistory> {
  const [row, carrierRow] = await Promise.all([
    db.device.findUnique({
      where: { slug: slugs.device },
      select: {
        ...deviceSelect,
        deals: { where: { carrier: { slug: slugs.carrier } }, select: { id: true } },
      },
    }),
    db.carrier.findUnique({ where: { slug: slugs.carrier }, select: carrierSelect }),
  ]);
  const device = row && toDevice(row);
  const carrier = carrierRow && toCarrier(carrierRow);
  const deal = row?.deals[0];
  if (!row || !device || !carrier || !deal) return { device, carrier, history: null };

  const [claimRows, statementRows] = await Promise.all([
    db.statusChange.findMany({ where: { dealId: deal.id }, select: claimSelect, orderBy: { seq: "asc" } }),
    db.statement.findMany({
      where: {
        carrierId: carrier.id,
        OR: [{ deviceId: device.id }, { deviceId: null, manufacturerId: device.manufacturer.id }],
      },
      select: statementSelect,
      orderBy: [{ dateEarliest: "asc" }, { seq: "asc" }],
    }),
  ]);
  const claims = claimRows.map(toClaim);
  const statements = statementRows.map(toStatement);
  const ids = new Set([...sourcesNamed(claims), ...statements.map((s) => s.source)]);
  const graph = await sourceGraph(db, ids, view.record);
  const history = foldDevice(
    {
      device,
      deals: [{ id: deal.id, carrier }],
      claims,
      listings: [],
      statements,
      policies: policiesOf(row, claimRows),
      graph,
    },
    view,
  );
  return { device, carrier, history };
}
