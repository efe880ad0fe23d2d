import { framed } from "@/app/framed";
import { carrierCharts } from "@/components/entities/charts";
import { counted } from "@/components/timeline/words";
import { carrierPage } from "@/data/read/carrier-page";
import type { Instant } from "@/domain/edtf";
import { readList } from "@/formats/list-query";
import { PORTFOLIO } from "@/formats/lists";
import { carrierPath } from "@/formats/paths";
import { type Params, printView, readView } from "@/formats/view";
import { recall } from "@/server/recall";

/** What a carrier's page and its files show, from the same address by the same reads; null: no such carrier. */
export async function loadCarrier(slug: string, params: Params, at: Instant) {
  const today = at.slice(0, 10);
  const reading = readView(params, at);
  const { view } = reading;
  const asked = readList(PORTFOLIO, params);
  const data = await recall(carrierPage, slug, { ...asked, view });
  if (!data) return null;
  const { about, facets } = data;
  const query = printView(view, today);
  const page = await framed({
    name: "carrier",
    path: carrierPath(slug),
    title: about.name,
    view,
    now: at,
    own: asked.keep,
    lastRecorded: null,
    file: { slug },
    sources: `Rangebook: ${counted(facets.total + facets.status.none, "deal")} on record at ${about.name}, each with its sources.`,
  });
  return { today, reading, asked, query, data, page, charts: carrierCharts(data, query) };
}
