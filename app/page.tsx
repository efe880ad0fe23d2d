import Link from "next/link";
import { OverviewLead } from "@/components/overview/overview-lead";
import { EmptyRecord, OverviewPage } from "@/components/overview/overview-page";
import { Shell } from "@/components/shell/shell";
import { PageHead } from "@/components/ui/page-head";
import { eventsAround } from "@/data/read/events-around";
import { listOptions } from "@/data/read/list-options";
import { may } from "@/domain/permissions";
import { homePath, recordPath } from "@/formats/paths";
import type { Params } from "@/formats/view";
import { now } from "@/server/clock";
import { recall } from "@/server/recall";
import { requireActor } from "@/server/session";
import { loadOverview } from "./load-overview";

export default async function Page({ searchParams }: { searchParams: Promise<Params> }) {
  const actor = await requireActor("read");
  const [shown, options] = await Promise.all([loadOverview(await searchParams, now()), recall(listOptions)]);
  const { today, viewing, reading, found, links, query } = shown;
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
        <OverviewPage {...shown} view={viewing.view} options={options} />
      )}
    </Shell>
  );
}
