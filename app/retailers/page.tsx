import type { Metadata } from "next";
import { NewLink } from "@/components/lists/new-link";
import { RetailersPage } from "@/components/lists/retailers-page";
import { Shell } from "@/components/shell/shell";
import { counted } from "@/components/timeline/words";
import { PageHead } from "@/components/ui/page-head";
import { eventsAround } from "@/data/read/events-around";
import { retailerList } from "@/data/read/retailer-list";
import { readList } from "@/formats/list-query";
import { RETAILER_LIST } from "@/formats/lists";
import { retailersPath } from "@/formats/paths";
import { type Params, printView, readView } from "@/formats/view";
import { now } from "@/server/clock";
import { recall } from "@/server/recall";
import { requireActor } from "@/server/session";

export const metadata: Metadata = { title: "Retailers" };

export default async function Page({ searchParams }: { searchParams: Promise<Params> }) {
  const actor = await requireActor("read");
  const at = now();
  const today = at.slice(0, 10);
  const params = await searchParams;
  const reading = readView(params, at);
  const asked = readList(RETAILER_LIST, params);
  const { view, past } = reading;
  const list = await recall(retailerList, { ...asked, view });
  const query = printView(view, today);
  return (
    <Shell
      at="retailers"
      actor={actor}
      path={retailersPath()}
      today={today}
      reading={reading}
      events={await recall(eventsAround, reading.view, today)}
      keep={asked.keep}
    >
      <PageHead
        title="Retailers"
        lead={
          <>
            <b>{counted(list.total, "retailer")}</b> that sell devices unlocked: shops, resellers and
            manufacturers’ own stores.
          </>
        }
        actions={<NewLink kind="retailers" word="retailer" actor={actor} past={past} />}
      />
      <RetailersPage list={list} reading={asked} query={query} />
    </Shell>
  );
}
