import type { Db } from "@/data/db";
import type { View } from "@/domain/claims";
import { PAGE_SIZE, pageOf } from "@/domain/deal-rows";
import type { CarrierData } from "@/domain/entity-pages";
import { NO_DEAL_FILTER, type PortfolioReading } from "@/formats/lists";
import { dealFacets, dealRows } from "./deal-list";
import { dealsAt } from "./deal-scope";
import { dealsPast } from "./deals-past";
import { carrierAbout } from "./entity-about";
import { makerTallies } from "./maker-tallies";
import { statementsAbout } from "./statements-about";

type Asked = Pick<PortfolioReading, "sort" | "page"> & { readonly view: View };

/** What a carrier ranges on the view's day and what became of its deals; null: no such carrier. Six queries. */
export async function carrierPage(
  db: Db,
  slug: string,
  { view, sort, page: asked }: Asked,
): Promise<CarrierData | null> {
  const about = await carrierAbout(db, slug);
  if (!about) return null;
  const filter = { ...NO_DEAL_FILTER, carrier: slug };
  const scope = dealsAt({ carrier: slug });
  const listed = async () => {
    const facets = await dealFacets(db, view, filter);
    const { page, pages } = pageOf(facets.total, asked);
    const rows = await dealRows(db, { view, filter, sort, size: PAGE_SIZE, skip: (page - 1) * PAGE_SIZE });
    return { facets, deals: { rows, total: facets.total, page, pages } };
  };
  const [{ facets, deals }, portfolio, past, said] = await Promise.all([
    listed(),
    makerTallies(db, view, slug),
    dealsPast(db, view, scope),
    statementsAbout(db, view, { carrier: about.id }),
  ]);
  return { about, facets, portfolio, deals, past, said };
}
