import Link from "next/link";
import { redirectMergedFilters } from "@/app/kept";
import { OverviewLead } from "@/components/overview/overview-lead";
import { EmptyRecord, OverviewPage } from "@/components/overview/overview-page";
import { Shell } from "@/components/shell/shell";
import { PageHead } from "@/components/ui/page-head";
import { KeptViews } from "@/components/views/kept-views";
import { eventsAround } from "@/data/read/events-around";
import { listOptions } from "@/data/read/list-options";
import { savedViews } from "@/data/read/saved-views";
import { may } from "@/domain/permissions";
import { homePath, recordPath } from "@/formats/paths";
import type { Params } from "@/formats/view";
import { now } from "@/server/clock";
import { db } from "@/server/db";
import { recall } from "@/server/recall";
import { requireActor } from "@/server/session";
import { loadOverview } from "./load-overview";

/** Of a person's own kept views, and of the team's, so many stand on the start page. */
const KEPT = 6;

export default async function Page({ searchParams }: { searchParams: Promise<Params> }) {
  const actor = await requireActor("read");
  const params = await searchParams;
  const [shown, options, kept] = await Promise.all([
    loadOverview(params, now()),
    recall(listOptions),
    actor.kind === "user" ? savedViews(db(), actor.id, KEPT) : null,
  ]);
  const { today, viewing, reading, found, links, query } = shown;
  if (found.day.length === 0) await redirectMergedFilters(params, homePath);
  const mayRecord = may(actor, "record-claim") && !viewing.past;
  const isEmpty = found.totals.devices + found.totals.carriers + found.totals.claims === 0 && !viewing.past;
  return (
    <Shell
      at="overview"
      actor={actor}
      path={homePath()}
      today={today}
      reading={viewing}
      keep={reading.keep}
      events={await recall(eventsAround, viewing.view, today)}
    >
      <PageHead
        title="Overview"
        lead={!isEmpty && <OverviewLead found={found} filter={reading.filter} links={links} query={query} />}
        actions={
          mayRecord &&
          !isEmpty && (
            <Link className="btn p" prefetch={false} href={recordPath()}>
              Record a change
            </Link>
          )
        }
      />
      {isEmpty ? (
        <EmptyRecord mayRecord={mayRecord} />
      ) : (
        <OverviewPage
          {...shown}
          view={viewing.view}
          options={options}
          kept={kept && <KeptViews {...kept} />}
        />
      )}
    </Shell>
  );
}
