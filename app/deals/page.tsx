import type { Metadata } from "next";
import { chooserOf } from "@/app/choosing";
import { redirectMergedFilters } from "@/app/kept";
import { ReadingShell } from "@/app/reading-shell";
import { BulkLink } from "@/components/bulk/bulk-link";
import { ChooseLink } from "@/components/choose/choose-link";
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
  const [{ reading, asked, narrowed, list, page }, options] = await Promise.all([
    loadDeals(params, at),
    recall(listOptions),
  ]);
  const { view } = reading;
  if (list.total === 0) await redirectMergedFilters(params, dealsPath);
  const query = printView(view, today);
  const own = { ...asked.keep, ...(list.page > 1 && { page: list.page }) };
  const chooser = await chooserOf(params, actor, reading, dealsPath(), own);
  const { choosing, chooseHref } = chooser;
  return (
    <ReadingShell
      opened={{ actor, today, reading }}
      at={null}
      path={dealsPath()}
      keep={asked.keep}
      withoutClock={choosing !== null}
    >
      <PageHead
        title="Deals"
        lead={<DealsLead list={list} reading={asked} query={query} />}
        actions={
          list.total > 0 && (
            <>
              <TakeAway page={page} formats={["csv", "json"]} />
              {chooseHref && <ChooseLink href={chooseHref} />}
              {!reading.past && !choosing && <BulkLink of={asked.keep} actor={actor} />}
            </>
          )
        }
      />
      <DealsPage {...{ list, narrowed, options, view, query, chooser, past: reading.past }} reading={asked} />
    </ReadingShell>
  );
}
