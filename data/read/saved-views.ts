import type { Db } from "@/data/db";
import type { Id } from "@/domain/claims";
import type { SavedView } from "@/domain/saved-view";

/**
 * A person's own views and those that others share with the team, by name; at most `most` of each, the
 * newest. `all`: how many there are of both. One query.
 */
export async function savedViews(
  db: Db,
  person: Id,
  most = 200,
): Promise<{ own: SavedView[]; shared: SavedView[]; all: number }> {
  const rows = await db.$queryRaw<(SavedView & { mine: boolean; all: number })[]>`
    SELECT v.id, v.name, v.address, v.shared, u.name AS owner, v.owner_id = ${person}::uuid AS mine,
      (SELECT count(*)::int FROM saved_view a WHERE a.owner_id = ${person}::uuid OR a.shared) AS all
    FROM (
      (SELECT * FROM saved_view WHERE owner_id = ${person}::uuid ORDER BY created_at DESC LIMIT ${most})
      UNION ALL
      (SELECT * FROM saved_view WHERE shared AND owner_id <> ${person}::uuid ORDER BY created_at DESC LIMIT ${most})
    ) v JOIN "user" u ON u.id = v.owner_id
    ORDER BY v.name, v.id`;
  const views = (mine: boolean) =>
    rows.filter((r) => r.mine === mine).map(({ mine: _, all: __, ...view }) => view);
  return { own: views(true), shared: views(false), all: rows[0]?.all ?? 0 };
}
