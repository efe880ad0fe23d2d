import type { Metadata } from "next";
import { redirectMergedFilters } from "@/app/kept";
import { openList } from "@/app/opened";
import { ReadingShell } from "@/app/reading-shell";
import { CarriersPage } from "@/components/lists/carriers-page";
import { NewLink } from "@/components/lists/new-link";
import { counted } from "@/components/timeline/words";
import { PageHead } from "@/components/ui/page-head";
import { carrierList } from "@/data/read/carrier-list";
import { listOptions } from "@/data/read/list-options";
import { CARRIER_LIST } from "@/formats/lists";
import { carriersPath } from "@/formats/paths";
import type { Params } from "@/formats/view";
import { recall } from "@/server/recall";

export const metadata: Metadata = { title: "Carriers" };

export default async function Page({ searchParams }: { searchParams: Promise<Params> }) {
  const opened = await openList(CARRIER_LIST, searchParams);
  const { params, asked, view, query } = opened;
  const [list, options] = await Promise.all([recall(carrierList, { ...asked, view }), recall(listOptions)]);
  if (list.total === 0) await redirectMergedFilters(params, carriersPath);
  return (
    <ReadingShell opened={opened} at="carriers" path={carriersPath()} keep={asked.keep}>
      <PageHead
        title="Carriers"
        lead={
          <>
            <b>{counted(list.total, "carrier")}</b> in {counted(list.countries, "country", "countries")};{" "}
            {list.guests} of them on the network of another. What each ranges is counted for the day above.
          </>
        }
        actions={<NewLink kind="carriers" word="carrier" actor={opened.actor} past={opened.reading.past} />}
      />
      <CarriersPage list={list} reading={asked} options={options} query={query} />
    </ReadingShell>
  );
}
