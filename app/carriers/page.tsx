import type { Metadata } from "next";
import { redirectMergedFilters } from "@/app/kept";
import { CarriersPage } from "@/components/lists/carriers-page";
import { NewLink } from "@/components/lists/new-link";
import { Shell } from "@/components/shell/shell";
import { counted } from "@/components/timeline/words";
import { PageHead } from "@/components/ui/page-head";
import { carrierList } from "@/data/read/carrier-list";
import { eventsAround } from "@/data/read/events-around";
import { listOptions } from "@/data/read/list-options";
import { readList } from "@/formats/list-query";
import { CARRIER_LIST } from "@/formats/lists";
import { carriersPath } from "@/formats/paths";
import { type Params, printView, readView } from "@/formats/view";
import { now } from "@/server/clock";
import { recall } from "@/server/recall";
import { requireActor } from "@/server/session";

export const metadata: Metadata = { title: "Carriers" };

export default async function Page({ searchParams }: { searchParams: Promise<Params> }) {
  const actor = await requireActor("read");
  const at = now();
  const today = at.slice(0, 10);
  const params = await searchParams;
  const reading = readView(params, at);
  const asked = readList(CARRIER_LIST, params);
  const { view, past } = reading;
  const [list, options] = await Promise.all([recall(carrierList, { ...asked, view }), recall(listOptions)]);
  if (list.total === 0) await redirectMergedFilters(params, carriersPath);
  const query = printView(view, today);
  return (
    <Shell
      at="carriers"
      actor={actor}
      path={carriersPath()}
      today={today}
      reading={reading}
      events={await recall(eventsAround, reading.view, today)}
      keep={asked.keep}
    >
      <PageHead
        title="Carriers"
        lead={
          <>
            <b>{counted(list.total, "carrier")}</b> in {counted(list.countries, "country", "countries")};{" "}
            {list.guests} of them on the network of another. What each ranges is counted for the day above.
          </>
        }
        actions={<NewLink kind="carriers" word="carrier" actor={actor} past={past} />}
      />
      <CarriersPage list={list} reading={asked} options={options} query={query} />
    </Shell>
  );
}
