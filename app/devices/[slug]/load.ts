import { framed } from "@/app/framed";
import { deviceChart, sourcesWords } from "@/components/device/device-chart";
import { deviceHistory } from "@/data/read/device-history";
import type { View } from "@/domain/claims";
import type { DeviceHistory } from "@/domain/device-history";
import type { Instant } from "@/domain/edtf";
import { devicePath, type Query } from "@/formats/paths";
import { type Params, readView } from "@/formats/view";
import { recall } from "@/server/recall";

/** What a device's page and its files show, from the same address by the same reads; null: no such device. */
export async function loadDevice(slug: string, params: Params, at: Instant) {
  const today = at.slice(0, 10);
  const reading = readView(params, at);
  const { view } = reading;
  const history = await recall(deviceHistory, slug, view);
  if (!history) return null;
  const { name } = history.device;
  const page = await framedHistory(history, view, at, {
    name: "device",
    path: devicePath(slug),
    title: name,
    file: { slug },
  });
  return { today, reading, history, page, chart: () => deviceChart(history, view, today) };
}

type Place = { name: string; path: string; title: string; file: Query };

/** The reference of a device's or a deal's history; null: nothing is recorded that could be cited. */
export const framedHistory = async (history: DeviceHistory, view: View, at: Instant, place: Place) =>
  (view.record ?? history.lastRecorded) === null
    ? null
    : framed({
        ...place,
        view,
        now: at,
        lastRecorded: history.lastRecorded,
        sources: sourcesWords(history.sources),
      });
