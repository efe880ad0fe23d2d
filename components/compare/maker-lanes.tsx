import Link from "next/link";
import { STACK_ORDER, STATUS_FILL } from "@/components/charts/status-fill";
import { axisOf, xOf } from "@/components/timeline/axis";
import { Grid, Veil } from "@/components/timeline/grid";
import { Legend } from "@/components/timeline/legend";
import { Plot } from "@/components/timeline/plot";
import { AxisRow } from "@/components/timeline/rows";
import { type Scene, sceneOn } from "@/components/timeline/scene";
import { TimelineShapes } from "@/components/timeline/shapes";
import { counted } from "@/components/timeline/words";
import type { View } from "@/domain/claims";
import type { ComparedMaker, MakerComparison } from "@/domain/compare";
import { dayWords } from "@/domain/date-words";
import type { Day } from "@/domain/edtf";
import { sumOf, type TrendPoint } from "@/domain/overview";
import { STATUSES } from "@/domain/status";
import { dealsPath, manufacturerPath, merged, type Query } from "@/formats/paths";

type Props = { comparison: MakerComparison; view: View; today: Day; query: Query };

const HEIGHT = 72;
/** More columns than this a lane would be too fine to tell apart. */
const MOST_POINTS = 40;

/** A lane a manufacturer: its deals by status over time, all on one axis and one scale. */
export function MakerLanes({ comparison: { subjects }, view, today, query }: Props) {
  const axis = axisOf(subjects.flatMap((s) => s.trend.map((p) => p.day)));
  if (!axis) return null;
  const scene = sceneOn(axis, { view, today, query });
  const most = Math.max(1, ...subjects.flatMap((s) => s.trend.map((p) => sumOf(p.counts))));
  const used = new Set(
    STATUSES.filter((status) => subjects.some((s) => s.trend.some((p) => p.counts[status] > 0))),
  );
  return (
    <>
      <TimelineShapes />
      <div className="sw" id="chart">
        <AxisRow scene={scene} />
        {subjects.map((maker) => (
          <MakerLane key={maker.slug} {...{ maker, scene, most, query }} />
        ))}
      </div>
      <p className="dim3 sm">Deals by status; all lanes have one scale, up to {counted(most, "deal")}.</p>
      <Legend used={used} />
    </>
  );
}

function MakerLane({
  maker,
  scene,
  most,
  query,
}: {
  maker: ComparedMaker;
  scene: Scene;
  most: number;
  query: Query;
}) {
  const { carried } = maker.counts;
  const points = thinned(maker.trend);
  return (
    <div className="lane">
      <div className="lb">
        <Link className="q" prefetch={false} href={manufacturerPath(maker.slug, query)}>
          {maker.name}
        </Link>
        <small>{counted(sumOf(maker.counts), "deal")}</small>
      </div>
      <div className="pl">
        <Plot
          height={HEIGHT}
          label={`${maker.name}: ${points.map((p) => `${sumOf(p.counts)} deals on ${dayWords(p.day)}`).at(-1) ?? "no deal"}`}
        >
          <Grid scene={scene} />
          {points.map((point, i) => (
            <Column
              key={point.day}
              point={point}
              next={points[i + 1]?.day ?? null}
              scene={scene}
              most={most}
            />
          ))}
          <Veil from={scene.veilFrom} />
        </Plot>
      </div>
      <div className="stt">
        <Link
          prefetch={false}
          href={dealsPath(merged(query, { manufacturer: maker.slug, status: "carried" }))}
        >
          {carried.toLocaleString("en-GB")} carried
        </Link>
        <small>
          by {counted(maker.carriers, "carrier")} in {counted(maker.countries, "country", "countries")}
        </small>
      </div>
    </div>
  );
}

function Column({
  point,
  next,
  scene,
  most,
}: {
  point: TrendPoint;
  next: Day | null;
  scene: Scene;
  most: number;
}) {
  const from = xOf(scene.axis, point.day);
  const to = next ? xOf(scene.axis, next) : 100;
  let below = 0;
  return (
    <>
      {STACK_ORDER.filter((status) => point.counts[status] > 0).map((status) => {
        const height = (point.counts[status] / most) * (HEIGHT - 8);
        below += height;
        const { fill, stroke } = STATUS_FILL[status];
        return (
          <rect
            key={status}
            x={`${from}%`}
            width={`${Math.max(0.1, to - from).toFixed(2)}%`}
            y={(HEIGHT - below).toFixed(1)}
            height={height.toFixed(1)}
            fill={fill}
            stroke={status === "planned" || status === "declined" ? stroke : "none"}
            strokeWidth=".5"
          />
        );
      })}
    </>
  );
}

/** At most forty points, the last among them. */
export function thinned(points: readonly TrendPoint[]): TrendPoint[] {
  const step = Math.ceil(points.length / MOST_POINTS);
  return points.filter((_, i) => i % step === 0 || i === points.length - 1);
}
