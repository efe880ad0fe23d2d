import { Prisma } from "@/generated/prisma/client";

const { sql } = Prisma;

/**
 * Which deals a read is about: a SELECT of their ids; those of some carriers or of some manufacturers' devices (SELECTs of
 * ids), whose spans one index finds; null: all.
 */
export type Deals =
  | Prisma.Sql
  | { readonly carriers: Prisma.Sql }
  | { readonly manufacturers: Prisma.Sql }
  | null;

/** The deals of one carrier, or of one manufacturer's devices, by slug. */
export const dealsAt = (of: { readonly carrier: string } | { readonly manufacturer: string }): Deals =>
  "carrier" in of
    ? { carriers: sql`SELECT c.id FROM carrier c WHERE c.slug = ${of.carrier}` }
    : { manufacturers: sql`SELECT m.id FROM manufacturer m WHERE m.slug = ${of.manufacturer}` };

/** As a condition on a row `s` of `deal_span`. */
export function spanOfSql(deals: Deals): Prisma.Sql {
  if (deals === null) return sql`true`;
  if ("carriers" in deals) return sql`s.carrier_id IN (${deals.carriers})`;
  if ("manufacturers" in deals) return sql`s.manufacturer_id IN (${deals.manufacturers})`;
  return sql`s.deal_id IN (${deals})`;
}

/** As a condition on a row `d` of `deal`. */
export function dealOfSql(deals: Deals): Prisma.Sql {
  if (deals === null) return sql`true`;
  if ("carriers" in deals) return sql`d.carrier_id IN (${deals.carriers})`;
  if ("manufacturers" in deals)
    return sql`d.device_id IN (SELECT v.id FROM device v WHERE v.manufacturer_id IN (${deals.manufacturers}))`;
  return sql`d.id IN (${deals})`;
}
