import type { Db } from "@/data/db";
import { edtf } from "@/data/rows";
import type { Id } from "@/domain/claims";
import { sourceTitle } from "@/domain/source-words";
import type { MergedKind } from "@/domain/status";

/** One side of a merge: what a source has for a name is its publisher and date, or its headline. */
export type Mergeable = {
  readonly id: Id;
  readonly slug: string;
  readonly name: string;
  readonly version: number;
};

/** Something that may be merged, or that something may be merged into; null: no such slug. */
export async function mergeable(db: Db, kind: MergedKind, slug: string): Promise<Mergeable | null> {
  const query = { where: { slug }, select: { id: true, slug: true, name: true, version: true } } as const;
  switch (kind) {
    case "manufacturer":
      return db.manufacturer.findUnique(query);
    case "carrier":
      return db.carrier.findUnique(query);
    case "retailer":
      return db.retailer.findUnique(query);
    case "device":
      return db.device.findUnique(query);
    case "source": {
      const row = await db.source.findUnique({ where: { slug } });
      return (
        row && {
          id: row.id,
          slug: row.slug,
          version: row.version,
          name: sourceTitle({ ...row, published: edtf(row.publishedText) }),
        }
      );
    }
  }
}
