import type { Metadata } from "next";
import { redirectMergedFilters } from "@/app/kept";
import { openList } from "@/app/opened";
import { ReadingShell } from "@/app/reading-shell";
import { DevicesPage } from "@/components/lists/devices-page";
import { NewLink } from "@/components/lists/new-link";
import { counted } from "@/components/timeline/words";
import { PageHead } from "@/components/ui/page-head";
import { deviceList } from "@/data/read/device-list";
import { listOptions } from "@/data/read/list-options";
import { DEVICE_LIST } from "@/formats/lists";
import { devicesPath } from "@/formats/paths";
import type { Params } from "@/formats/view";
import { recall } from "@/server/recall";

export const metadata: Metadata = { title: "Devices" };

export default async function Page({ searchParams }: { searchParams: Promise<Params> }) {
  const opened = await openList(DEVICE_LIST, searchParams);
  const { params, asked, view, query } = opened;
  const [list, options] = await Promise.all([recall(deviceList, { ...asked, view }), recall(listOptions)]);
  if (list.total === 0) await redirectMergedFilters(params, devicesPath);
  return (
    <ReadingShell opened={opened} at="devices" path={devicesPath()} keep={asked.keep}>
      <PageHead
        title="Devices"
        lead={
          <>
            <b>{counted(list.total, "device")}</b> of {counted(list.makers, "manufacturer")}. How each stands
            at carriers is counted for the day above; a number opens its deals.
          </>
        }
        actions={<NewLink kind="devices" word="device" actor={opened.actor} past={opened.reading.past} />}
      />
      <DevicesPage list={list} reading={asked} options={options} query={query} />
    </ReadingShell>
  );
}
