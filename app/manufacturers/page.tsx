import type { Metadata } from "next";
import { ManufacturersPage } from "@/components/lists/manufacturers-page";
import { NewLink } from "@/components/lists/new-link";
import { Shell } from "@/components/shell/shell";
import { counted } from "@/components/timeline/words";
import { PageHead } from "@/components/ui/page-head";
import { eventsAround } from "@/data/read/events-around";
import { listOptions } from "@/data/read/list-options";
import { manufacturerList } from "@/data/read/manufacturer-list";
import { readList } from "@/formats/list-query";
import { MANUFACTURER_LIST } from "@/formats/lists";
import { manufacturersPath } from "@/formats/paths";
import { type Params, printView, readView } from "@/formats/view";
import { now } from "@/server/clock";
import { recall } from "@/server/recall";
import { requireActor } from "@/server/session";

export const metadata: Metadata = { title: "Manufacturers" };

export default async function Page({ searchParams }: { searchParams: Promise<Params> }) {
  const actor = await requireActor("read");
  const at = now();
  const today = at.slice(0, 10);
  const params = await searchParams;
  const reading = readView(params, at);
  const asked = readList(MANUFACTURER_LIST, params);
  const { view, past } = reading;
  const [list, options] = await Promise.all([
    recall(manufacturerList, { ...asked, view }),
    recall(listOptions),
  ]);
  const query = printView(view, today);
  return (
    <Shell
      at="manufacturers"
      actor={actor}
      path={manufacturersPath()}
      today={today}
      reading={reading}
      events={await recall(eventsAround, reading.view, today)}
      keep={asked.keep}
    >
      <PageHead
        title="Manufacturers"
        lead={
          <>
            <b>{counted(list.total, "manufacturer")}</b> from{" "}
            {counted(list.countries, "country", "countries")}. How far their devices reach is counted for the
            day above.
          </>
        }
        actions={<NewLink kind="manufacturers" word="manufacturer" actor={actor} past={past} />}
      />
      <ManufacturersPage list={list} reading={asked} options={options} query={query} />
    </Shell>
  );
}
