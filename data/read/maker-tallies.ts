import type { Db } from "@/data/db";
import type { View } from "@/domain/claims";
import type { MakerTally } from "@/domain/entity-pages";
import { dealsAt } from "./deal-scope";
import { talliesSql, tallyOf } from "./tallies";

/** How many manufacturers a portfolio shows before it refers to the list of deals. */
const MOST = 40;

/** A carrier's portfolio on the view's day by manufacturer, those with most deals first; `all`: how many there are. */
export async function makerTallies(
  db: Db,
  view: View,
  carrier: string,
): Promise<{ readonly makers: readonly MakerTally[]; readonly all: number }> {
  const rows = await db.$queryRaw<{ slug: string; name: string; parts: unknown; all: number }[]>`
    SELECT m.slug, m.name, t.parts, (count(*) OVER ())::int AS all
    FROM (${talliesSql(view, "manufacturer", dealsAt({ carrier }))}) t
    JOIN manufacturer m ON m.id = t.of_id
    ORDER BY t.deals DESC, m.name_key LIMIT ${MOST}`;
  return {
    makers: rows.map(({ slug, name, parts }) => ({ slug, name, ...tallyOf(parts) })),
    all: rows[0]?.all ?? 0,
  };
}
