import type { Db } from "@/data/db";
import type { View } from "@/domain/claims";
import type { ManufacturerData } from "@/domain/entity-pages";
import { NO_DEAL_FILTER } from "@/formats/lists";
import { dealFacets } from "./deal-list";
import { dealsAt } from "./deal-scope";
import { dealsPast } from "./deals-past";
import { manufacturerAbout } from "./entity-about";
import { manufacturerMatrix } from "./manufacturer-matrix";
import { manufacturerReach } from "./manufacturer-reach";
import { statementsAbout } from "./statements-about";

/** How far a manufacturer's devices reach, on the view's day and before; null: no such manufacturer. Six queries. */
export async function manufacturerPage(db: Db, slug: string, view: View): Promise<ManufacturerData | null> {
  const about = await manufacturerAbout(db, slug, view);
  if (!about) return null;
  const [facets, reach, { matrix, selling }, past, said] = await Promise.all([
    dealFacets(db, view, { ...NO_DEAL_FILTER, manufacturer: slug }),
    manufacturerReach(db, view, slug),
    manufacturerMatrix(db, view, slug),
    dealsPast(db, view, dealsAt({ manufacturer: slug })),
    statementsAbout(db, view, { manufacturer: about.id }),
  ]);
  return { about, facets, reach, matrix, selling, past, said };
}
