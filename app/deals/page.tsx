import type { Metadata } from "next";
import { redirectMergedFilters } from "@/app/kept";
import { ReadingShell } from "@/app/reading-shell";
import { BulkLink } from "@/components/bulk/bulk-link";
import { TakeAway } from "@/components/export/take-away";
import { DealsLead, DealsPage } from "@/components/lists/deals-page";
import { PageHead } from "@/components/ui/page-head";
import { listOptions } from "@/data/read/list-options";
import { dealsPath } from "@/formats/paths";
import { type Params, printView } from "@/formats/view";
import { now } from "@/server/clock";
import { recall } from "@/server/recall";
import { requireActor } from "@/server/session";
import { loadDeals } from "./load";

export const metadata: Metadata = { title: "Deals" };

export default async function Page({ searchParams }: { searchParams: Promise<Params> }) {
  const actor = await requireActor("read");
  const at = now();
  const today = at.slice(0, 10);
  const params = await searchParams;
  const [{ reading, asked, list, page }, options] = await Promise.all([
    loadDeals(params, at),
    recall(listOptions),
  ]);
  const { view } = reading;
  if (list.total === 0) await redirectMergedFilters(params, dealsPath);
  const query = printView(view, today);
  return (
    <ReadingShell opened={{ actor, today, reading }} at={null} path={dealsPath()} keep={asked.keep}>
      <PageHead
        title="Deals"
        lead={<DealsLead list={list} reading={asked} query={query} />}
        actions={
          list.total > 0 && (
            <>
              <TakeAway page={page} formats={["csv", "json"]} />
              {!reading.past && <BulkLink of={asked.keep} actor={actor} />}
            </>
          )
        }
      />
      <DealsPage list={list} reading={asked} options={options} view={view} query={query} />
    </ReadingShell>
  );
}
