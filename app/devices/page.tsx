import type { Metadata } from "next";
import { redirectMergedFilters } from "@/app/kept";
import { DevicesPage } from "@/components/lists/devices-page";
import { NewLink } from "@/components/lists/new-link";
import { Shell } from "@/components/shell/shell";
import { counted } from "@/components/timeline/words";
import { PageHead } from "@/components/ui/page-head";
import { deviceList } from "@/data/read/device-list";
import { eventsAround } from "@/data/read/events-around";
import { listOptions } from "@/data/read/list-options";
import { readList } from "@/formats/list-query";
import { DEVICE_LIST } from "@/formats/lists";
import { devicesPath } from "@/formats/paths";
import { type Params, printView, readView } from "@/formats/view";
import { now } from "@/server/clock";
import { recall } from "@/server/recall";
import { requireActor } from "@/server/session";

export const metadata: Metadata = { title: "Devices" };

export default async function Page({ searchParams }: { searchParams: Promise<Params> }) {
  const actor = await requireActor("read");
  const at = now();
  const today = at.slice(0, 10);
  const params = await searchParams;
  const reading = readView(params, at);
  const asked = readList(DEVICE_LIST, params);
  const { view, past } = reading;
  const [list, options] = await Promise.all([recall(deviceList, { ...asked, view }), recall(listOptions)]);
  if (list.total === 0) await redirectMergedFilters(params, devicesPath);
  const query = printView(view, today);
  return (
    <Shell
      at="devices"
      actor={actor}
      path={devicesPath()}
      today={today}
      reading={reading}
      events={await recall(eventsAround, reading.view, today)}
      keep={asked.keep}
    >
      <PageHead
        title="Devices"
        lead={
          <>
            <b>{counted(list.total, "device")}</b> of {counted(list.makers, "manufacturer")}. How each stands
            at carriers is counted for the day above; a number opens its deals.
          </>
        }
        actions={<NewLink kind="devices" word="device" actor={actor} past={past} />}
      />
      <DevicesPage list={list} reading={asked} options={options} query={query} />
    </Shell>
  );
}
