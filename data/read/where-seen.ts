import type { Db } from "@/data/db";
import type { Id } from "@/domain/claims";

/** Slugs of what a claim is about, to lead there after saving; null: no such claim. */
export type Place = {
  readonly device: string | null;
  readonly carrier: string | null;
  readonly manufacturer: string | null;
};

const SLUG = { select: { slug: true } } as const;

export async function placeOfDeal(db: Db, id: Id): Promise<Place | null> {
  const row = await db.deal.findUnique({ where: { id }, select: { device: SLUG, carrier: SLUG } });
  return row && { device: row.device.slug, carrier: row.carrier.slug, manufacturer: null };
}

export async function placeOfListing(db: Db, id: Id): Promise<Place | null> {
  const row = await db.listing.findUnique({ where: { id }, select: { device: SLUG } });
  return row && { device: row.device.slug, carrier: null, manufacturer: null };
}

export async function placeOfStatement(db: Db, id: Id): Promise<Place | null> {
  const row = await db.statement.findUnique({
    where: { id },
    select: { device: SLUG, carrier: SLUG, manufacturer: SLUG },
  });
  return (
    row && {
      device: row.device?.slug ?? null,
      carrier: row.carrier?.slug ?? null,
      manufacturer: row.manufacturer?.slug ?? null,
    }
  );
}
