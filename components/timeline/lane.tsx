import Link from "next/link";
import { CertaintyMeter } from "@/components/status/certainty-meter";
import { StaleTag } from "@/components/status/stale-tag";
import { StatusWord } from "@/components/status/status-mark";
import { dayWords } from "@/domain/date-words";
import type { DealLane, DeviceRef } from "@/domain/device-history";
import { dealPath } from "@/formats/paths";
import { NARROW, WIDE } from "./axis";
import { Grid, Veil } from "./grid";
import { LaneMarks } from "./lane-marks";
import { Plot } from "./plot";
import type { Scene } from "./scene";
import { placeOf, type Segment, segmentsOf, tagsAt } from "./segments";
import { Bar, Diagonal, placed } from "./shapes";
import { TargetLine } from "./target-line";
import { targetsOf } from "./targets";
import { claimWords, counted, laneWords, sinceLine } from "./words";

type LaneProps = {
  lane: DealLane;
  device: Pick<DeviceRef, "slug">;
  scene: Scene;
  /** What the lane is called; its carrier, where all lanes are of one device. */
  name?: string;
};

/** One deal: its label, its statuses in time, and its status on the day looked at. */
export function Lane({ lane, device, scene, name = lane.carrier.name }: LaneProps) {
  const { carrier, history, statements } = lane;
  const segments = segmentsOf(history, scene.axis);
  const isSelected = history.some((e) => e.claim.id === scene.selected);
  const targets = targetsOf(history, scene.axis, scene.view.on);
  return (
    <div className={isSelected ? "lane selr" : "lane"}>
      <div className="lb">
        <Link className="q" prefetch={false} href={dealPath(device.slug, carrier.slug, scene.query)}>
          {name}
        </Link>
        <small>
          {counted(history.length, "claim")}
          {statements.length > 0 && `, ${counted(statements.length, "statement")}`}
        </small>
      </div>
      <div className="pl">
        <Plot height={60} label={laneWords(lane, name)}>
          <Grid scene={scene} />
          {segments.map((segment) => (
            <ClaimBar key={segment.entry.claim.id} segment={segment} name={name} scene={scene} />
          ))}
          <Tags segments={segments} />
          {targets && <TargetLine targets={targets} />}
          <LaneMarks statements={statements} axis={scene.axis} y={3} />
          <Veil from={scene.veilFrom} />
        </Plot>
      </div>
      <LaneState lane={lane} />
    </div>
  );
}

function ClaimBar({ segment, name, scene }: { segment: Segment; name: string; scene: Scene }) {
  const { entry, sure, rise, fall, about, lasts } = segment;
  const { id, status } = entry.claim;
  const place = placeOf(segment);
  const words = claimWords(entry);
  const isRight = place.from > 55;
  return (
    <Link
      className="bar"
      href={scene.hrefOf(id)}
      scroll={false}
      prefetch={false}
      aria-label={`${name}: ${words}`}
      aria-current={id === scene.selected ? "true" : undefined}
    >
      {rise && <Diagonal status={status} span={rise} kind="rise" />}
      <Bar status={status} span={sure} />
      {fall && <Diagonal status={status} span={fall} kind="fall" />}
      {about && <use href={`#about-${status}`} x={`${sure.from}%`} />}
      {lasts && <use href={`#end-${status}`} x="100%" />}
      <rect {...placed(place)} y="16" height="28" className="ring" rx="3" />
      <text
        className="said"
        x={isRight ? "100%" : `${place.from}%`}
        y="57"
        textAnchor={isRight ? "end" : "start"}
      >
        {words}
      </text>
    </Link>
  );
}

function Tags({ segments }: { segments: readonly Segment[] }) {
  const wide = tagsAt(segments, WIDE);
  const narrow = tagsAt(segments, NARROW);
  return (
    <g className="tags">
      {segments.map(({ entry: { claim }, sure }, i) => {
        const use = (at: string | undefined, className?: string) => (
          <use href={`#tag-${at}-${claim.status}`} x={`${sure.from}%`} className={className} />
        );
        if (wide[i] === narrow[i]) return <g key={claim.id}>{use(wide[i])}</g>;
        return (
          <g key={claim.id}>
            {use(wide[i], "only-w")}
            {use(narrow[i], "only-p")}
          </g>
        );
      })}
    </g>
  );
}

/** The status on the day looked at, since when, and how certain. */
function LaneState({ lane: { now, stale, history } }: { lane: DealLane }) {
  if (!now) {
    const first = history[0];
    return (
      <div className="stt">
        <span className="dim3">no status yet</span>
        {first && <small>known from {dayWords(first.begins)}</small>}
      </div>
    );
  }
  const { entry, certain, status } = now;
  return (
    <div className="stt">
      <StatusWord status={status} unsure={!certain} />
      <small>{sinceLine(entry)}</small>
      <small className="cert">
        <CertaintyMeter certainty={entry.certainty.certainty} disputed={entry.certainty.disputed} />
        {stale?.stale && <StaleTag days={stale.ageDays} why={stale.why} />}
      </small>
    </div>
  );
}
