import { framed } from "@/app/framed";
import { comparedNames, dealsChart, makersChart } from "@/components/compare/charts";
import { sourcesWords } from "@/components/device/device-chart";
import { compareDeals } from "@/data/read/compare-deals";
import { compareManufacturers } from "@/data/read/compare-manufacturers";
import type { View } from "@/domain/claims";
import type { Instant } from "@/domain/edtf";
import { type CompareQuery, printCompare } from "@/formats/compare-query";
import { comparePath } from "@/formats/paths";
import { recall } from "@/server/recall";

/** What a comparison and its files show; null: nothing of it is on record. */
export async function loadCompared({ by, slugs, page: asked }: CompareQuery, view: View, at: Instant) {
  if (slugs.length === 0) return { deals: null, makers: null, page: null, chart: null };
  const deals = by === "manufacturers" ? null : await recall(compareDeals, { by, slugs, page: asked, view });
  const makers = by === "manufacturers" ? await recall(compareManufacturers, { slugs, view }) : null;
  const subjects = deals?.subjects ?? makers?.subjects ?? [];
  const chart = deals ? dealsChart(deals, view, at.slice(0, 10)) : makers && makersChart(makers);
  const page = await framed({
    name: "compare",
    path: comparePath(),
    title: `${comparedNames(subjects, by)} compared`,
    view,
    now: at,
    own: printCompare({ by, slugs, page: asked }),
    lastRecorded: null,
    sources: deals
      ? sourcesWords([...deals.graph.sources.values()])
      : "Rangebook: all deals on record for devices of these manufacturers, each with its sources.",
  });
  return { deals, makers, page: subjects.length > 0 ? page : null, chart };
}
