import { overviewCharts } from "@/components/overview/charts";
import { overviewLinks } from "@/components/overview/links";
import { listOptions } from "@/data/read/list-options";
import { overview } from "@/data/read/overview";
import type { Instant } from "@/domain/edtf";
import { overviewFilterWords } from "@/formats/filter-words";
import { readList } from "@/formats/list-query";
import { OVERVIEW } from "@/formats/lists";
import { homePath } from "@/formats/paths";
import { namesIn } from "@/formats/said-filters";
import { type Params, printView, readView } from "@/formats/view";
import { recall } from "@/server/recall";
import { framed } from "./framed";

/** What the overview and its files show, from the same address by the same reads. */
export async function loadOverview(params: Params, at: Instant) {
  const today = at.slice(0, 10);
  const viewing = readView(params, at);
  const reading = readList(OVERVIEW, params);
  const { view } = viewing;
  const { manufacturer, country, years } = reading.filter;
  const [found, { manufacturers }] = await Promise.all([
    recall(overview, { view, manufacturer, country, years }),
    recall(listOptions),
  ]);
  const query = printView(view, today);
  const links = overviewLinks(view, today, reading.filter);
  const { claims, sources } = found.totals;
  const page = await framed({
    name: "overview",
    path: homePath(),
    title: "Overview",
    view,
    now: at,
    own: reading.keep,
    narrowed: overviewFilterWords(reading.filter, namesIn({ manufacturer: manufacturers })),
    lastRecorded: found.lastRecorded,
    sources: `Rangebook: ${claims.toLocaleString("en-GB")} status claims; ${sources.toLocaleString("en-GB")} sources on record.`,
  });
  return {
    today,
    viewing,
    reading,
    found,
    links,
    query,
    page,
    charts: overviewCharts(found, links, query),
  };
}
