import type { Db } from "@/data/db";
import type { Id } from "@/domain/claims";
import type { SavedView } from "@/domain/saved-view";

/** A person's own views and those that others share with the team, by name; at most 200 of each. One query. */
export async function savedViews(db: Db, person: Id): Promise<{ own: SavedView[]; shared: SavedView[] }> {
  const rows = await db.$queryRaw<(SavedView & { mine: boolean })[]>`
    SELECT v.id, v.name, v.address, v.shared, u.name AS owner, v.owner_id = ${person}::uuid AS mine
    FROM (
      (SELECT * FROM saved_view WHERE owner_id = ${person}::uuid ORDER BY name LIMIT 200)
      UNION ALL
      (SELECT * FROM saved_view WHERE shared AND owner_id <> ${person}::uuid ORDER BY name LIMIT 200)
    ) v JOIN "user" u ON u.id = v.owner_id
    ORDER BY v.name, v.id`;
  const views = (mine: boolean) => rows.filter((r) => r.mine === mine).map(({ mine: _, ...view }) => view);
  return { own: views(true), shared: views(false) };
}
