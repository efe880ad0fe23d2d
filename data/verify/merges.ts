import type { Db } from "@/data/db";
import { type Difference, difference } from "./difference";

/** Merges that stand: what was merged is gone, and what it redirects to is on record, or was merged itself. */
export async function verifyMerges(db: Db): Promise<Difference[]> {
  const rows = await db.$queryRaw<{ kind: string; slug: string; gone: boolean; led: boolean }[]>`
    WITH entity(kind, id) AS (
      SELECT 'manufacturer', id FROM manufacturer UNION ALL SELECT 'carrier', id FROM carrier
      UNION ALL SELECT 'retailer', id FROM retailer UNION ALL SELECT 'device', id FROM device
      UNION ALL SELECT 'source', id FROM source
    ), standing AS (
      SELECT m.* FROM merging m WHERE NOT EXISTS (SELECT FROM unmerging u WHERE u.merging_id = m.id)
    )
    SELECT s.kind, s.from_slug AS slug,
      NOT EXISTS (SELECT FROM entity e WHERE e.kind = s.kind AND e.id = s.from_id) AS gone,
      EXISTS (SELECT FROM entity e WHERE e.kind = s.kind AND e.id = s.into_id)
        OR EXISTS (SELECT FROM standing n WHERE n.kind = s.kind AND n.from_id = s.into_id) AS led
    FROM standing s`;
  return rows.flatMap(({ kind, slug, gone, led }) => [
    ...(gone ? [] : [difference(`${kind} ${slug}`, "its row", "there", "merged")]),
    ...(led ? [] : [difference(`${kind} ${slug}`, "what it was merged into", null, "there")]),
  ]);
}
