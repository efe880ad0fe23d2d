import type { Chart, PictureFoot } from "@/components/charts/chart";
import { byCountry } from "@/components/timeline/lane-order";
import { type Scene, sceneOf } from "@/components/timeline/scene";
import { segmentsOf, tagsAt } from "@/components/timeline/segments";
import { Bar, CENTRE, Diagonal, TimelineShapes } from "@/components/timeline/shapes";
import { counted, sinceLine } from "@/components/timeline/words";
import type { View } from "@/domain/claims";
import { dateWords, dayWords, instantWords } from "@/domain/date-words";
import type { DealLane, DeviceHistory } from "@/domain/device-history";
import type { Day, Instant } from "@/domain/edtf";
import { CERTAINTY_WORDS, STATUS_WORDS } from "@/domain/words";
import { countryName } from "@/formats/countries";
import { deviceTable } from "@/formats/device-table";
import { devicePath } from "@/formats/paths";
import { claimLines } from "./tables";

const WIDTH = 1040;
const LABEL = 160;
const STATE = 170;
const PLOT = WIDTH - LABEL - STATE - 24;
const AXIS = 58;
const ROW = 48;
/** A picture of more lanes than this is no picture; the table holds all. */
const MOST_LANES = 60;

/** The swimlane as a picture of its own: the bars of the page, with names and states written beside them. */
export function deviceChart(history: DeviceHistory, view: View, today: Day): Chart {
  const { device, lanes } = history;
  const scene = sceneOf(history, { view, today, selected: null, path: devicePath(device.slug), query: null });
  const ordered = byCountry(lanes.filter((lane) => lane.history.length > 0)).flatMap(([, own]) => own);
  const shown = ordered.slice(0, MOST_LANES);
  const flags = scene?.flags ?? [];
  const height = AXIS + ROW * shown.length + (flags.length > 0 ? 12 + 16 * flags.length : 0);
  const cut =
    ordered.length > shown.length ? ` The first ${shown.length} of ${ordered.length} carriers.` : "";
  return {
    id: "history",
    title: `${device.name}: history at ${counted(ordered.length, "carrier")}`,
    note: `Status at each carrier over time; hatched or sloping where days are uncertain; at the right the status on ${dayWords(view.on)}.${cut}`,
    table: deviceTable(history, claimLines(lanes)),
    href: () => null,
    widths: [WIDTH],
    draw: () => ({
      height: scene ? height : 0,
      content: scene && (
        <>
          <TimelineShapes />
          <Months scene={scene} height={AXIS + ROW * shown.length} />
          {shown.map((lane, i) => (
            <g key={lane.deal} transform={`translate(0 ${AXIS + ROW * i})`}>
              <Lane lane={lane} scene={scene} />
            </g>
          ))}
          {flags.map(({ number, policy }, i) => (
            <text key={policy.id} y={AXIS + ROW * shown.length + 24 + 16 * i} fill="var(--ink-2)">
              {number} {policy.title}, {dateWords(policy.date)}
            </text>
          ))}
        </>
      ),
    }),
  };
}

export function deviceFoot({ sources }: DeviceHistory, view: View, record: Instant): PictureFoot {
  const names = [...new Set(sources.map((s) => s.publisher))];
  const known = view.known ? `, as published by ${dayWords(view.known)}` : "";
  return {
    asOf: `As of ${dayWords(view.on)}${known}; record of ${instantWords(record)}.`,
    sources: `Rangebook, from ${counted(sources.length, "source")}: ${names.slice(0, 30).join(", ")}${
      names.length > 30 ? ` and ${names.length - 30} more publishers` : ""
    }.`,
  };
}

const at = (percent: number): number => Math.round(LABEL * 100 + PLOT * percent) / 100;

function Months({ scene: { ticks, flags, axis }, height }: { scene: Scene; height: number }) {
  return (
    <>
      {ticks
        .filter(({ day }) => day >= axis.first)
        .map(({ day, x, wide, year }) => (
          <g key={day}>
            <line
              x1={at(x)}
              x2={at(x)}
              y1={AXIS - 8}
              y2={height}
              stroke={year ? "var(--edge)" : "var(--rule)"}
            />
            {wide && (
              <text x={at(x) + 4} y={AXIS - 8} fill="var(--ink-3)">
                {wide}
              </text>
            )}
          </g>
        ))}
      {flags.map(({ number, x, line }) => (
        <g key={number}>
          <line
            x1={at(x)}
            x2={at(x)}
            y1={line === 1 ? 34 : 17}
            y2={height}
            stroke="var(--ink-3)"
            strokeDasharray="1 3"
          />
          <rect x={at(x) - 7.5} y={line === 1 ? 18 : 1} width="15" height="15" rx="2" fill="var(--ink)" />
          <text
            x={at(x)}
            y={line === 1 ? 29.5 : 12.5}
            textAnchor="middle"
            fontSize="10"
            fontWeight="600"
            fill="var(--bg)"
          >
            {number}
          </text>
        </g>
      ))}
    </>
  );
}

function Lane({ lane: { carrier, history, now }, scene }: { lane: DealLane; scene: Scene }) {
  const segments = segmentsOf(history, scene.axis);
  const tags = tagsAt(segments, PLOT);
  return (
    <>
      <line x2={WIDTH} stroke="var(--rule)" />
      <text y="20" fontSize="13" fontWeight="600" fill="var(--ink)">
        {carrier.name}
      </text>
      <text y="36" fill="var(--ink-3)">
        {countryName(carrier.country)}
      </text>
      {/* biome-ignore lint/a11y/noSvgWithoutTitle: a part of a picture that has a title */}
      <svg x={LABEL} y={ROW / 2 - CENTRE} width={PLOT} height="60" overflow="visible">
        {segments.map(({ entry: { claim }, sure, rise, fall, about, lasts }) => (
          <g key={claim.id}>
            {rise && <Diagonal status={claim.status} span={rise} kind="rise" />}
            <Bar status={claim.status} span={sure} />
            {fall && <Diagonal status={claim.status} span={fall} kind="fall" />}
            {about && <use href={`#about-${claim.status}`} x={`${sure.from}%`} />}
            {lasts && <use href={`#end-${claim.status}`} x="100%" />}
          </g>
        ))}
      </svg>
      {segments.map(({ entry: { claim }, sure }, i) => {
        if (tags[i] === "none") return null;
        const x = at(sure.from) + (tags[i] === "before" ? -30 : 2);
        return (
          <g key={claim.id} transform={`translate(${x} ${ROW / 2 - 8})`}>
            <rect width="28" height="16" rx="2" fill="var(--bg)" />
            <use href={`#s-${claim.status}`} x="3" y="2.5" width="11" height="11" />
            <text x="17" y="12" fontWeight="600" fill="var(--ink)">
              {STATUS_WORDS[claim.status].letter}
            </text>
          </g>
        );
      })}
      <g transform={`translate(${WIDTH - STATE + 12} 0)`}>
        {now ? (
          <>
            <use href={`#s-${now.status}`} y="10" width="11" height="11" />
            <text x="17" y="20" fontSize="13" fontWeight="600" fill="var(--ink)">
              {STATUS_WORDS[now.status].letter} {STATUS_WORDS[now.status].word}
              {now.certain ? "" : "?"}
            </text>
            <text y="36" fill="var(--ink-3)">
              {sinceLine(now.entry)}, {CERTAINTY_WORDS[now.entry.certainty.certainty].word}
            </text>
          </>
        ) : (
          <text y="20" fontSize="13" fill="var(--ink-3)">
            no status yet
          </text>
        )}
      </g>
    </>
  );
}
