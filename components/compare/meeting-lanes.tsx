import Link from "next/link";
import { Fragment } from "react";
import { axisOf } from "@/components/timeline/axis";
import { Lane } from "@/components/timeline/lane";
import { Legend } from "@/components/timeline/legend";
import { AxisRow } from "@/components/timeline/rows";
import { sceneOn } from "@/components/timeline/scene";
import { TimelineShapes } from "@/components/timeline/shapes";
import { listedNames } from "@/components/timeline/words";
import type { View } from "@/domain/claims";
import { claimsOf, type DealComparison, isAlike } from "@/domain/compare";
import type { Day } from "@/domain/edtf";
import { countryName } from "@/formats/countries";
import { carrierPath, devicePath, type Query, withClaim } from "@/formats/paths";

type Props = { comparison: DealComparison; by: "devices" | "carriers"; view: View; today: Day; query: Query };

/** The lanes of all subjects under one time axis, grouped by where they meet; bars open their claim on its device's page. */
export function MeetingLanes({ comparison, by, view, today, query }: Props) {
  const { meetings, subjects } = comparison;
  const claims = claimsOf(meetings);
  const axis = axisOf(claims.flatMap((c) => [c.effective.earliest, c.effective.latest]));
  if (!axis) return null;
  const deviceOf = new Map(
    meetings.flatMap((m) =>
      m.deals.flatMap((d) => d?.lane.history.map((e) => [e.claim.id, d.device.slug] as const) ?? []),
    ),
  );
  const scene = {
    ...sceneOn(axis, { view, today, query }),
    hrefOf: (claim: string) => `${devicePath(deviceOf.get(claim) ?? "", withClaim(query, claim))}#claim`,
  };
  return (
    <>
      <TimelineShapes />
      <div className="sw" id="chart">
        <AxisRow scene={scene} />
        {meetings.map((meeting) => {
          const none = subjects.filter((_, i) => meeting.deals[i] === null).map((s) => s.name);
          return (
            <Fragment key={meeting.slug}>
              <h2 className="gh">
                <Link
                  prefetch={false}
                  className="q"
                  href={by === "devices" ? carrierPath(meeting.slug, query) : devicePath(meeting.slug, query)}
                >
                  {meeting.name}
                </Link>
                <i>
                  {by === "devices" ? countryName(meeting.about) : meeting.about},{" "}
                  {isAlike(meeting) ? "alike on this day" : "different on this day"}
                  {none.length > 0 && `; no deal on record: ${listedNames(none, 6, "")}`}
                </i>
              </h2>
              {meeting.deals.map((deal, i) =>
                deal ? (
                  <Lane
                    key={deal.lane.deal}
                    lane={deal.lane}
                    device={deal.device}
                    scene={scene}
                    name={subjects[i]?.name}
                  />
                ) : null,
              )}
            </Fragment>
          );
        })}
      </div>
      <Legend used={new Set(claims.map((c) => c.status))} />
    </>
  );
}
