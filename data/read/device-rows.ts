import type { Db } from "@/data/db";
import { edtf, edtfOrNull } from "@/data/rows";
import type { Id } from "@/domain/claims";
import type { CarrierRef, DeviceRef, PolicyRef, RetailerRef } from "@/domain/device-history";
import { Prisma } from "@/generated/prisma/client";
import { instantSql } from "./claim-sql";
import { jsonLists } from "./json-rows";

/** Rows of a device's and a deal's page, each SELECT with its mapper. */

type DeviceRow = Omit<DeviceRef, "announced"> & { announced_text: string | null };
type PolicyRow = Omit<PolicyRef, "date" | "createdAt"> & { date_text: string; created_at: string };
export type DealRow = { readonly id: Id; readonly carrier: CarrierRef };

const toDevice = ({ announced_text, ...r }: DeviceRow): DeviceRef => ({
  ...r,
  announced: edtfOrNull(announced_text),
});
const toPolicy = ({ date_text, created_at, ...r }: PolicyRow): PolicyRef => ({
  ...r,
  date: edtf(date_text),
  createdAt: created_at,
});

const deviceSql = (slug: string) => Prisma.sql`
  SELECT d.id, d.slug, d.name, d.kind, d.announced_text,
         (SELECT coalesce(json_agg(json_build_object('kind', a.kind, 'text', a.text) ORDER BY a.kind, a.text), '[]')
          FROM alias a WHERE a.device_id = d.id) AS aliases,
         json_build_object('id', m.id, 'slug', m.slug, 'name', m.name) AS manufacturer
  FROM device d JOIN manufacturer m ON m.id = d.manufacturer_id WHERE d.slug = ${slug}`;

/** A carrier as `CarrierRef`, from a table `c`. */
export const carrierJson = Prisma.sql`json_build_object('id', c.id, 'slug', c.slug, 'name', c.name, 'country', c.country,
  'kind', c.kind, 'host', (SELECT json_build_object('slug', h.slug, 'name', h.name) FROM carrier h WHERE h.id = c.host_id))`;

/** The policy actions that name the device's maker or are named by claims on these deals of its, the earliest first. */
const policySql = (slug: string, carrier: string | null) => Prisma.sql`
  SELECT p.id, p.slug, p.title, p.issuer, p.date_text, p.summary, ${instantSql("p.created_at")} AS created_at FROM policy_action p
  WHERE p.id IN (
    SELECT m.policy_action_id FROM device d JOIN policy_action_manufacturer m ON m.manufacturer_id = d.manufacturer_id
    WHERE d.slug = ${slug}
    UNION
    SELECT n.policy_action_id FROM device d JOIN deal ON deal.device_id = d.id
    JOIN carrier c ON c.id = deal.carrier_id
    JOIN status_change s ON s.deal_id = deal.id JOIN status_change_policy_action n ON n.status_change_id = s.id
    WHERE d.slug = ${slug} AND (${carrier}::text IS NULL OR c.slug = ${carrier}::text))
  ORDER BY p.date_earliest, p.slug`;

/**
 * A device, its deals (those at `carrier`, when one is given), the retailers that ever listed it, and the policy actions
 * around it. One query.
 */
export async function deviceRows(
  db: Db,
  slug: string,
  carrier: string | null = null,
): Promise<{
  device: DeviceRef | null;
  carrier: CarrierRef | null;
  deals: DealRow[];
  retailers: RetailerRef[];
  policies: PolicyRef[];
}> {
  const lists = await jsonLists<{
    devices: DeviceRow[];
    carriers: { carrier: CarrierRef }[];
    deals: DealRow[];
    retailers: RetailerRef[];
    policies: PolicyRow[];
  }>(db, {
    devices: deviceSql(slug),
    carriers: Prisma.sql`SELECT ${carrierJson} AS carrier FROM carrier c WHERE c.slug = ${carrier}::text`,
    deals: Prisma.sql`
      SELECT deal.id, ${carrierJson} AS carrier
      FROM device d JOIN deal ON deal.device_id = d.id JOIN carrier c ON c.id = deal.carrier_id
      WHERE d.slug = ${slug} AND (${carrier}::text IS NULL OR c.slug = ${carrier}::text)`,
    retailers: Prisma.sql`
      SELECT r.id, r.slug, r.name, r.kind FROM retailer r
      WHERE r.id IN (SELECT l.retailer_id FROM device d JOIN listing l ON l.device_id = d.id WHERE d.slug = ${slug})`,
    policies: policySql(slug, carrier),
  });
  const [device] = lists.devices;
  return {
    device: device ? toDevice(device) : null,
    carrier: lists.carriers[0]?.carrier ?? null,
    deals: lists.deals,
    retailers: lists.retailers,
    policies: lists.policies.map(toPolicy),
  };
}
