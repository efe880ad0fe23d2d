import type { Db } from "@/data/db";
import type { View } from "@/domain/claims";
import { PAGE_SIZE } from "@/domain/deal-rows";
import type { CarrierAbout, CarrierData } from "@/domain/entity-pages";
import { NO_DEAL_FILTER, type PortfolioReading } from "@/formats/lists";
import { dealRows } from "./deal-list";
import { dealsPast } from "./deals-past";
import { carrierAboutSql } from "./entity-about";
import { type FacetRow, facetsIn, facetsSql } from "./facets-sql";
import { jsonLists } from "./json-rows";
import { type MakerTallyRow, makerTalliesIn, makerTalliesSql } from "./maker-tallies";
import { pageBeside } from "./page-beside";
import { type StatementRow, statementsIn, statementsSql } from "./statements-about";
import { dealsAt } from "./whose-deals";

type Asked = Pick<PortfolioReading, "sort" | "page"> & { readonly view: View };

/**
 * What a carrier ranges on the view's day and what became of its deals; null: no such carrier. Four queries at once: of an address
 * that nobody has, the others find nothing.
 */
export async function carrierPage(
  db: Db,
  slug: string,
  { view, sort, page: asked }: Asked,
): Promise<CarrierData | null> {
  const filter = { ...NO_DEAL_FILTER, carrier: slug };
  const counting = jsonLists<{ facets: FacetRow[]; makers: MakerTallyRow[] }>(db, {
    facets: facetsSql(view, filter),
    makers: makerTalliesSql(view, slug),
  }).then(({ facets, makers }) => ({
    facets: facetsIn(facets, filter),
    portfolio: makerTalliesIn(makers),
  }));
  const [found, { counted, ...deals }, past] = await Promise.all([
    jsonLists<{ about: CarrierAbout[]; said: StatementRow[] }>(db, {
      about: carrierAboutSql(slug, view),
      said: statementsSql(view, { carrier: slug }),
    }),
    pageBeside(
      asked,
      counting,
      ({ facets }) => facets.total,
      (page) => dealRows(db, { view, filter, sort, size: PAGE_SIZE, skip: (page - 1) * PAGE_SIZE }),
    ),
    dealsPast(db, view, dealsAt({ carrier: slug })),
  ]);
  const [about] = found.about;
  return about ? { about, ...counted, deals, past, said: statementsIn(found.said) } : null;
}
