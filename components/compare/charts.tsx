import type { Chart } from "@/components/charts/chart";
import { STACK_ORDER, STATUS_FILL } from "@/components/charts/status-fill";
import { axisOf, ticksOf, xOf } from "@/components/timeline/axis";
import { LANES_WIDTH, LanesPicture, lanesHeight, MOST_LANES } from "@/components/timeline/lanes-picture";
import { sceneOn } from "@/components/timeline/scene";
import { counted, listedNames } from "@/components/timeline/words";
import type { View } from "@/domain/claims";
import { claimsOf, type DealComparison, type MakerComparison, type Subject } from "@/domain/compare";
import { dayWords } from "@/domain/date-words";
import type { Day } from "@/domain/edtf";
import { sumOf } from "@/domain/overview";
import { STATUSES } from "@/domain/status";
import { STATUS_WORDS } from "@/domain/words";
import { claimTable } from "@/formats/claim-table";
import { thinned } from "./maker-lanes";

/** What is compared, as a picture and a table to take away. */

export const comparedNames = (subjects: readonly Subject[], noun: string): string =>
  listedNames(
    subjects.map((s) => s.name),
    3,
    noun,
  );

/** The lanes of all subjects under one time axis, a block a place where they meet. */
export function dealsChart(comparison: DealComparison, view: View, today: Day): Chart {
  const { subjects, meetings, graph, total } = comparison;
  const axis = axisOf(claimsOf(meetings).flatMap((c) => [c.effective.earliest, c.effective.latest]));
  const compared = meetings.flatMap((meeting) =>
    meeting.deals.flatMap((deal, i) => (deal ? [{ deal, name: subjects[i]?.name ?? "", meeting }] : [])),
  );
  const shown = compared
    .slice(0, MOST_LANES)
    .map(({ deal, name, meeting }) => ({ lane: deal.lane, name: meeting.name, about: name }));
  const drawn = axis && { lanes: shown, scene: sceneOn(axis, { view, today, query: null }) };
  const cut = [
    total > meetings.length ? `The first ${meetings.length} of ${total} places where they meet.` : "",
    compared.length > shown.length ? `The first ${shown.length} of ${compared.length} lanes.` : "",
  ].join(" ");
  return {
    id: "compared",
    title: `${comparedNames(subjects, "of them")} compared`,
    note: `Status over time, one axis for all; at the right the status on ${dayWords(view.on)}. ${cut}`.trim(),
    table: claimTable(
      compared.flatMap(({ deal: { device, carrier, lane } }) =>
        lane.history.map((entry) => ({ device, carrier, entry })),
      ),
      graph,
    ),
    href: () => null,
    widths: [LANES_WIDTH],
    draw: () => ({
      height: drawn ? lanesHeight(drawn) : 0,
      content: drawn && <LanesPicture {...drawn} />,
    }),
  };
}

const LABEL = 150;
const STATE = 150;
const LANE = 96;
const BAR = 72;
const KEY = 104;

/** A lane a manufacturer: its deals by status over time, all on one axis and one scale. */
export function makersChart({ subjects }: MakerComparison): Chart {
  const axis = axisOf(subjects.flatMap((s) => s.trend.map((p) => p.day)));
  const most = Math.max(1, ...subjects.flatMap((s) => s.trend.map((p) => sumOf(p.counts))));
  const plot = LANES_WIDTH - LABEL - STATE;
  const used = STACK_ORDER.filter((s) => subjects.some(({ trend }) => trend.some((p) => p.counts[s] > 0)));
  const x = (day: Day) => (axis ? LABEL + (plot * xOf(axis, day)) / 100 : LABEL);
  return {
    id: "compared",
    title: `${comparedNames(subjects, "of them")} compared`,
    note: `Deals by status over time, one axis and one scale for all: up to ${counted(most, "deal")}.`,
    table: {
      columns: ["manufacturer", "name", "day", ...STATUSES, "deals"],
      rows: subjects.flatMap(({ slug, name, trend }) =>
        trend.map(({ day, counts }) => [slug, name, day, ...STATUSES.map((s) => counts[s]), sumOf(counts)]),
      ),
    },
    href: () => null,
    widths: [LANES_WIDTH],
    draw: () => ({
      height: LANE * subjects.length + 44,
      content: (
        <>
          {subjects.map(({ slug, name, counts, trend }, i) => (
            <g key={slug} transform={`translate(0 ${LANE * i})`}>
              <text y="56" fontSize="13" fontWeight="600" fill="var(--ink)">
                {name}
              </text>
              <line x1="0" x2={LANES_WIDTH} y1={LANE - 8} y2={LANE - 8} stroke="var(--edge)" />
              {thinned(trend).map((point, at, all) => {
                let below = 0;
                const next = all[at + 1];
                return STACK_ORDER.filter((s) => point.counts[s] > 0).map((s) => {
                  const height = (BAR * point.counts[s]) / most;
                  below += height;
                  return (
                    <rect
                      key={`${point.day} ${s}`}
                      x={x(point.day).toFixed(1)}
                      width={((next ? x(next.day) : LABEL + plot) - x(point.day)).toFixed(1)}
                      y={(LANE - 8 - below).toFixed(1)}
                      height={height.toFixed(1)}
                      {...STATUS_FILL[s]}
                      stroke="none"
                    />
                  );
                });
              })}
              <text x={LANES_WIDTH - STATE + 12} y="56" fill="var(--ink)">
                {counts.carried.toLocaleString("en-GB")} carried of {counted(sumOf(counts), "deal")}
              </text>
            </g>
          ))}
          {axis &&
            ticksOf(axis)
              .filter(({ day, wide }) => day >= axis.first && wide !== null)
              .map(({ day, wide }) => (
                <text key={day} x={x(day).toFixed(1)} y={LANE * subjects.length + 10} fill="var(--ink-3)">
                  {wide}
                </text>
              ))}
          {used.map((s, i) => (
            <g key={s} transform={`translate(${KEY * i} ${LANE * subjects.length + 30})`}>
              <rect y=".5" width="17" height="9" {...STATUS_FILL[s]} />
              <text x="23" y="9" fill="var(--ink-2)">
                {STATUS_WORDS[s].letter} {STATUS_WORDS[s].word}
              </text>
            </g>
          ))}
        </>
      ),
    }),
  };
}
