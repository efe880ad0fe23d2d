import { dateWords, dayWords } from "@/domain/date-words";
import type { DealLane } from "@/domain/device-history";
import { CERTAINTY_WORDS, STATUS_WORDS } from "@/domain/words";
import type { Scene } from "./scene";
import { segmentsOf, tagsAt } from "./segments";
import { Bar, CENTRE, Diagonal, TimelineShapes } from "./shapes";
import { sinceLine } from "./words";

/** A lane of a picture: what stands at its left, in two lines. */
export type NamedLane = { readonly lane: DealLane; readonly name: string; readonly about: string };

export const LANES_WIDTH = 1040;
/** A picture of more lanes than this is no picture; the table holds all. */
export const MOST_LANES = 60;
const LABEL = 180;
const STATE = 170;
const PLOT = LANES_WIDTH - LABEL - STATE - 24;
/** Two rows of flags and the months, or the months alone. */
const axisHeight = ({ flags }: Scene): number => (flags.length > 0 ? 58 : 24);
const ROW = 48;

type Props = { lanes: readonly NamedLane[]; scene: Scene };

export const lanesHeight = ({ lanes, scene }: Props): number =>
  axisHeight(scene) + ROW * lanes.length + (scene.flags.length > 0 ? 12 + 16 * scene.flags.length : 0);

/** The swimlane as a part of a picture: the bars of the page, with names and states written beside them. */
export function LanesPicture({ lanes, scene }: Props) {
  const top = axisHeight(scene);
  const bottom = top + ROW * lanes.length;
  return (
    <>
      <TimelineShapes />
      <text x={LANES_WIDTH - STATE + 12} y={top - 8} fill="var(--ink-3)">
        on {dayWords(scene.view.on)}
      </text>
      <Months scene={scene} top={top} height={bottom} />
      {lanes.map((lane, i) => (
        <g key={lane.lane.deal} transform={`translate(0 ${top + ROW * i})`}>
          <Lane {...lane} scene={scene} />
        </g>
      ))}
      {scene.flags.map(({ number, policy }, i) => (
        <text key={policy.id} y={bottom + 24 + 16 * i} fill="var(--ink-2)">
          {number} {policy.title}, {dateWords(policy.date)}
        </text>
      ))}
    </>
  );
}

const at = (percent: number): number => Math.round(LABEL * 100 + PLOT * percent) / 100;

function Months({ scene, top, height }: { scene: Scene; top: number; height: number }) {
  const { ticks, flags, axis } = scene;
  return (
    <>
      {ticks
        .filter(({ day }) => day >= axis.first)
        .map(({ day, x, wide, year }) => (
          <g key={day}>
            <line
              x1={at(x)}
              x2={at(x)}
              y1={top - 8}
              y2={height}
              stroke={year ? "var(--edge)" : "var(--rule)"}
            />
            {wide && (
              <text x={at(x) + 4} y={top - 8} fill="var(--ink-3)">
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

function Lane({ lane: { history, now }, name, about, scene }: NamedLane & { scene: Scene }) {
  const segments = segmentsOf(history, scene.axis);
  const tags = tagsAt(segments, PLOT);
  return (
    <>
      <line x2={LANES_WIDTH} stroke="var(--rule)" />
      <text y="20" fontSize="13" fontWeight="600" fill="var(--ink)">
        {short(name)}
      </text>
      <text y="36" fill="var(--ink-3)">
        {short(about)}
      </text>
      {/* biome-ignore lint/a11y/noSvgWithoutTitle: a part of a picture that has a title */}
      <svg x={LABEL} y={ROW / 2 - CENTRE} width={PLOT} height="60" overflow="visible">
        {segments.map(({ entry: { claim }, sure, rise, fall, about: vague, lasts }) => (
          <g key={claim.id}>
            {rise && <Diagonal status={claim.status} span={rise} kind="rise" />}
            <Bar status={claim.status} span={sure} />
            {fall && <Diagonal status={claim.status} span={fall} kind="fall" />}
            {vague && <use href={`#about-${claim.status}`} x={`${sure.from}%`} />}
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
      <g transform={`translate(${LANES_WIDTH - STATE + 12} 0)`}>
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

/** What fits beside the bars. */
const short = (text: string): string => (text.length > 26 ? `${text.slice(0, 25)}…` : text);
