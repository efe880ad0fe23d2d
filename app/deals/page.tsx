import type { Metadata } from "next";
import { redirectMergedFilters } from "@/app/kept";
import { BulkLink } from "@/components/bulk/bulk-link";
import { DealsLead, DealsPage } from "@/components/lists/deals-page";
import { Shell } from "@/components/shell/shell";
import { PageHead } from "@/components/ui/page-head";
import { dealList } from "@/data/read/deal-list";
import { eventsAround } from "@/data/read/events-around";
import { listOptions } from "@/data/read/list-options";
import { readList } from "@/formats/list-query";
import { DEAL_LIST } from "@/formats/lists";
import { dealsPath } from "@/formats/paths";
import { type Params, printView, readView } from "@/formats/view";
import { now } from "@/server/clock";
import { recall } from "@/server/recall";
import { requireActor } from "@/server/session";

export const metadata: Metadata = { title: "Deals" };

export default async function Page({ searchParams }: { searchParams: Promise<Params> }) {
  const actor = await requireActor("read");
  const at = now();
  const today = at.slice(0, 10);
  const params = await searchParams;
  const reading = readView(params, at);
  const asked = readList(DEAL_LIST, params);
  const { view } = reading;
  const [list, options] = await Promise.all([recall(dealList, { ...asked, view }), recall(listOptions)]);
  if (list.total === 0) await redirectMergedFilters(params, dealsPath);
  const query = printView(view, today);
  return (
    <Shell
      at={null}
      actor={actor}
      path={dealsPath()}
      today={today}
      reading={reading}
      events={await recall(eventsAround, reading.view, today)}
      keep={asked.keep}
    >
      <PageHead
        title="Deals"
        lead={<DealsLead list={list} reading={asked} query={query} />}
        actions={!reading.past && list.total > 0 && <BulkLink of={asked.keep} actor={actor} />}
      />
      <DealsPage list={list} reading={asked} options={options} view={view} query={query} />
    </Shell>
  );
}
