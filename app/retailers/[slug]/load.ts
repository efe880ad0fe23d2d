import { framed } from "@/app/framed";
import { retailerPage } from "@/data/read/retailer-page";
import type { Instant } from "@/domain/edtf";
import { listingFilterWords } from "@/formats/filter-words";
import { readList } from "@/formats/list-query";
import { LISTING_LIST } from "@/formats/lists";
import { merged, retailerPath } from "@/formats/paths";
import { type Params, readView } from "@/formats/view";
import { recall } from "@/server/recall";

/** What a retailer's page and its files show, from the same address by the same reads; null: no such retailer. */
export async function loadRetailer(slug: string, params: Params, at: Instant) {
  const reading = readView(params, at);
  const { view } = reading;
  const asked = readList(LISTING_LIST, params);
  const data = await recall(retailerPage, slug, { ...asked, view });
  if (!data) return null;
  const page = await framed({
    name: "retailer",
    path: retailerPath(slug),
    title: data.about.name,
    view,
    now: at,
    own: merged(asked.keep, { page: data.listings.page > 1 ? data.listings.page : null }),
    narrowed: listingFilterWords(asked.filter),
    lastRecorded: null,
    file: { slug },
    sources: "",
  });
  return { today: at.slice(0, 10), reading, asked, data, page };
}
