import type { Db } from "@/data/db";
import type { View } from "@/domain/claims";
import { type ReachFlow, reachOf } from "@/domain/deals-past";
import type { ManufacturerData } from "@/domain/entity-pages";
import { dealsPast } from "./deals-past";
import { type MakerRow, manufacturerAboutSql, manufacturerIn } from "./entity-about";
import { jsonLists } from "./json-rows";
import { manufacturerDay } from "./manufacturer-day";
import { reachSql } from "./manufacturer-reach";
import { type StatementRow, statementsIn, statementsSql } from "./statements-about";
import { dealsAt } from "./whose-deals";

/**
 * How far a manufacturer's devices reach, on the view's day and before; null: no such manufacturer. Four queries at once: of an
 * address that nobody has, the others find nothing.
 */
export async function manufacturerPage(db: Db, slug: string, view: View): Promise<ManufacturerData | null> {
  const [found, day, flows, past] = await Promise.all([
    jsonLists<{ about: MakerRow[]; said: StatementRow[] }>(db, {
      about: manufacturerAboutSql(slug, view),
      said: statementsSql(view, { manufacturer: slug }),
    }),
    manufacturerDay(db, view, slug),
    db.$queryRaw<ReachFlow[]>(reachSql(view, slug)),
    dealsPast(db, view, dealsAt({ manufacturer: slug })),
  ]);
  const [about] = found.about;
  return about
    ? { about: manufacturerIn(about), ...day, reach: reachOf(flows), past, said: statementsIn(found.said) }
    : null;
}
