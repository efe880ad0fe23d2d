import type { Chart } from "@/components/charts/chart";
import { byCountry } from "@/components/timeline/lane-order";
import { LANES_WIDTH, LanesPicture, lanesHeight, MOST_LANES } from "@/components/timeline/lanes-picture";
import { sceneOf } from "@/components/timeline/scene";
import { counted } from "@/components/timeline/words";
import type { Source, View } from "@/domain/claims";
import { dayWords } from "@/domain/date-words";
import type { DeviceHistory } from "@/domain/device-history";
import type { Day } from "@/domain/edtf";
import { claimTable } from "@/formats/claim-table";
import { countryName } from "@/formats/countries";
import { devicePath } from "@/formats/paths";
import { claimLines } from "./tables";

/** The swimlane of a device, or of one of its deals, as a picture of its own. */
export function deviceChart(history: DeviceHistory, view: View, today: Day): Chart {
  const { device, lanes, graph } = history;
  const scene = sceneOf(history, { view, today, selected: null, path: devicePath(device.slug), query: null });
  const ordered = byCountry(lanes.filter((lane) => lane.history.length > 0)).flatMap(([, own]) => own);
  const shown = ordered
    .slice(0, MOST_LANES)
    .map((lane) => ({ lane, name: lane.carrier.name, about: countryName(lane.carrier.country) }));
  const cut =
    ordered.length > shown.length ? ` The first ${shown.length} of ${ordered.length} carriers.` : "";
  const drawn = scene && { lanes: shown, scene };
  return {
    id: "history",
    title: `${device.name}: history at ${counted(ordered.length, "carrier")}`,
    note: `Status at each carrier over time; hatched or sloping where days are uncertain; at the right the status on ${dayWords(view.on)}.${cut}`,
    table: claimTable(
      claimLines(lanes).map(({ lane: { carrier }, entry }) => ({ device, carrier, entry })),
      graph,
    ),
    href: () => null,
    widths: [LANES_WIDTH],
    draw: () => ({
      height: drawn ? lanesHeight(drawn) : 0,
      content: drawn && <LanesPicture {...drawn} />,
    }),
  };
}

/** What a page rests on, in the sentence that stands in its pictures. */
export function sourcesWords(sources: readonly Pick<Source, "publisher">[]): string {
  const names = [...new Set(sources.map((s) => s.publisher))];
  const more = names.length > 30 ? ` and ${names.length - 30} more publishers` : "";
  return `Rangebook, from ${counted(sources.length, "source")}: ${names.slice(0, 30).join(", ")}${more}.`;
}
