import { OverviewPage } from "@/components/overview/overview-page";
import { Shell } from "@/components/shell/shell";
import { PageHead } from "@/components/ui/page-head";
import { eventsAround } from "@/data/read/events-around";
import { overview } from "@/data/read/overview";
import { countsOf, sumOf } from "@/domain/overview";
import { may } from "@/domain/permissions";
import { homePath, recordPath } from "@/formats/paths";
import { type Params, printView, readView } from "@/formats/view";
import { now } from "@/server/clock";
import { db } from "@/server/db";
import { requireActor } from "@/server/session";

export default async function Page({ searchParams }: { searchParams: Promise<Params> }) {
  const actor = await requireActor("read");
  const at = now();
  const today = at.slice(0, 10);
  const reading = readView(await searchParams, at);
  const found = await overview(db(), reading.view);
  const deals = sumOf(countsOf(found.day, (d) => d.deals));
  const weak = found.day
    .filter((d) => d.certainty === "rumoured" || d.certainty === "reported")
    .reduce((n, d) => n + d.deals, 0);
  const disputed = found.day.filter((d) => d.disputed).reduce((n, d) => n + d.deals, 0);
  const stale = found.day.filter((d) => d.stale).reduce((n, d) => n + d.deals, 0);
  const { devices, carriers, claims, sources } = found.totals;
  return (
    <Shell
      at="overview"
      actor={actor}
      path={homePath()}
      today={today}
      reading={reading}
      events={await eventsAround(db(), reading.view, today)}
    >
      <PageHead
        title="Overview"
        lead={
          <>
            {deals} deals between {devices} devices and {carriers} carriers, told by {claims} status claims;{" "}
            {sources} sources on record. <b>{weak} statuses rest on a single unofficial origin</b>; {disputed}{" "}
            are disputed by an official source; of {stale} nothing was heard for so long that they may no
            longer hold.
          </>
        }
        actions={
          may(actor, "record-claim") &&
          !reading.past && (
            <a className="btn p" href={recordPath()}>
              Record a change
            </a>
          )
        }
      />
      <OverviewPage overview={found} query={printView(reading.view, today)} />
    </Shell>
  );
}
