import { overviewCharts } from "@/components/overview/charts";
import { overviewLinks } from "@/components/overview/links";
import { overview } from "@/data/read/overview";
import type { Instant } from "@/domain/edtf";
import { countryName } from "@/formats/countries";
import { readList } from "@/formats/list-query";
import { OVERVIEW } from "@/formats/lists";
import { homePath } from "@/formats/paths";
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
  const found = await recall(overview, { view, manufacturer, country, years });
  const query = printView(view, today);
  const links = overviewLinks(view, today, reading.filter);
  const title = [
    "Overview",
    ...(manufacturer ? [manufacturer] : []),
    ...(country ? [countryName(country)] : []),
  ].join(", ");
  const { claims, sources } = found.totals;
  const page = await framed({
    name: "overview",
    path: homePath(),
    title,
    view,
    now: at,
    own: reading.keep,
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
