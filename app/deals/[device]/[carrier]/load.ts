import { framedHistory } from "@/app/devices/[slug]/load";
import { deviceChart } from "@/components/device/device-chart";
import { dealHistory } from "@/data/read/deal-history";
import type { Instant } from "@/domain/edtf";
import { dealPath } from "@/formats/paths";
import { type Params, readView } from "@/formats/view";
import { recall } from "@/server/recall";

/** What a deal's page and its files show. `page` null: nothing is recorded that could be cited. */
export async function loadDeal(pair: { device: string; carrier: string }, params: Params, at: Instant) {
  const today = at.slice(0, 10);
  const reading = readView(params, at);
  const { view } = reading;
  const found = await recall(dealHistory, pair, view);
  const { device, carrier, history } = found;
  const page =
    history && device && carrier
      ? await framedHistory(history, view, at, {
          name: "deal",
          path: dealPath(device.slug, carrier.slug),
          title: `${device.name} at ${carrier.name}`,
          file: pair,
        })
      : null;
  return { today, reading, ...found, page, chart: () => history && deviceChart(history, view, today) };
}
