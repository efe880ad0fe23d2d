import { framed } from "@/app/framed";
import { manufacturerCharts } from "@/components/entities/charts";
import { counted } from "@/components/timeline/words";
import { manufacturerPage } from "@/data/read/manufacturer-page";
import type { Instant } from "@/domain/edtf";
import { manufacturerPath } from "@/formats/paths";
import { type Params, printView, readView } from "@/formats/view";
import { recall } from "@/server/recall";

/** What a manufacturer's page and its files show, from the same address by the same reads; null: no such manufacturer. */
export async function loadManufacturer(slug: string, params: Params, at: Instant) {
  const today = at.slice(0, 10);
  const reading = readView(params, at);
  const { view } = reading;
  const data = await recall(manufacturerPage, slug, view);
  if (!data) return null;
  const { about, facets } = data;
  const query = printView(view, today);
  const page = await framed({
    name: "manufacturer",
    path: manufacturerPath(slug),
    title: about.name,
    view,
    now: at,
    lastRecorded: null,
    file: { slug },
    sources: `Rangebook: ${counted(facets.total + facets.status.none, "deal")} on record for devices of ${about.name}, each with its sources.`,
  });
  return { today, reading, query, data, page, charts: manufacturerCharts(data, view.on, query) };
}
