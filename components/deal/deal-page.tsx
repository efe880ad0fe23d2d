import Link from "next/link";
import type { ChartPage } from "@/components/charts/chart";
import { Comments, type Talk } from "@/components/comments/comments";
import { StatementsTable } from "@/components/device/statements-table";
import { CiteSection } from "@/components/export/cite-section";
import { LogLink } from "@/components/log/log-link";
import { sceneOf } from "@/components/timeline/scene";
import { Timeline } from "@/components/timeline/timeline";
import { Empty } from "@/components/ui/empty";
import { PageHead } from "@/components/ui/page-head";
import { Section } from "@/components/ui/section";
import { claimLog } from "@/domain/claim-log";
import type { View } from "@/domain/claims";
import type { CarrierRef, DeviceHistory, DeviceRef } from "@/domain/device-history";
import type { Day } from "@/domain/edtf";
import { type Actor, may } from "@/domain/permissions";
import { carrierPath, dealPath, devicePath, devicesPath, type Query, recordPath } from "@/formats/paths";
import { ClaimSection } from "./claim-section";
import { DealLead } from "./deal-lead";
import { DealLog } from "./deal-log";

type Props = {
  device: DeviceRef;
  carrier: CarrierRef;
  /** null: the pair has no deal on record. */
  history: DeviceHistory | null;
  view: View;
  today: Day;
  past: boolean;
  actor: Actor;
  query: Query;
  /** null: nothing is recorded that could be cited. */
  page: ChartPage | null;
  /** What the team says to each other; null: not for whoever looks, or while the page looks at the past. */
  talk: Talk | null;
};

/** One device at one carrier: its lane, every claim with its evidence open, and what was done to the record. */
export function DealPage(props: Props) {
  const { device, carrier, history, view, today, past, actor, query, page, talk } = props;
  const path = dealPath(device.slug, carrier.slug);
  const title = `${device.name} at ${carrier.name}`;
  const lane = history?.lanes[0];
  const mayRecord = may(actor, "record-claim") && !past;
  const seesRecorder = may(actor, "see-recorder");
  const scene = history && sceneOf(history, { view, today, selected: null, path, query });
  const statements = lane?.statements ?? [];
  const shown = new Set(lane?.history.map((e) => e.claim.id));
  const log = claimLog(lane?.claims ?? [], view.record);
  return (
    <>
      <PageHead
        title={title}
        crumbs={[
          { word: "Devices", href: devicesPath(query) },
          { word: device.name, href: devicePath(device.slug, query) },
          { word: carrier.name, href: carrierPath(carrier.slug, query) },
        ]}
        lead={<DealLead lane={lane} device={device} carrier={carrier} view={view} today={today} />}
        actions={
          <>
            {!past && <LogLink of="deals" slug={device.slug} carrier={carrier.slug} actor={actor} />}
            {mayRecord && (
              <Link className="btn p" prefetch={false} href={recordPath(device.slug, carrier.slug)}>
                Record a change
              </Link>
            )}
          </>
        }
      />
      <div className="wrap">
        {!history || !lane || log.length === 0 ? (
          <Empty>
            {mayRecord
              ? "Record the first status with “Record a change” above: say what the carrier decided, from when, and which source says so."
              : "An editor can record the first status here, with the source that says so."}
          </Empty>
        ) : (
          <>
            {scene && (
              <Timeline
                history={history}
                scene={{ ...scene, hrefOf: (claim) => `#c-${claim}` }}
                statements={[]}
              />
            )}
            {lane.history.map((entry) => (
              <ClaimSection
                key={entry.claim.id}
                {...{ entry, lane, history, view, query, mayRecord, seesRecorder, talk }}
                back={path}
              />
            ))}
            {statements.length > 0 && (
              <Section id="statements" title="Statements" count={statements.length}>
                <StatementsTable statements={statements} history={history} query={query} />
              </Section>
            )}
            {talk && (
              <Section id="comments" title="Said about this deal">
                <Comments
                  talk={{ ...talk, said: talk.said.filter((s) => !shown.has(s.claim ?? "")) }}
                  on={`deal ${device.slug} ${carrier.slug}`}
                  back={path}
                  about="this deal"
                />
              </Section>
            )}
            <Section
              id="log"
              title="What was done to this record"
              note="Recorded: the world changed. Corrected: what we had was wrong. Retracted: it was never right."
            >
              <DealLog events={log} graph={history.graph} seesRecorder={seesRecorder} mayUndo={mayRecord} />
            </Section>
            {page && <CiteSection page={page} formats={["svg", "png", "csv", "json"]} />}
          </>
        )}
      </div>
    </>
  );
}
