import { StatusShape } from "@/components/status/symbols";
import type { Status } from "@/domain/status";
import { STATUSES } from "@/domain/status";
import { STATUS_WORDS } from "@/domain/words";
import type { Span } from "./segments";

/** Marks are 12 wide, and 11 in a tag. */
const TAG_SCALE = 0.917;
/** The centre line of a lane's bars, and of a compact lane's. */
export const CENTRE = 30;
export const CENTRE_COMPACT = 14;

/** Weight falls with availability: loud means on sale. */
export const HEIGHT: Readonly<Record<Status, number>> = {
  planned: 20,
  carried: 20,
  paused: 20,
  "retail-only": 12,
  withdrawn: 8,
  declined: 8,
  ended: 4,
};
const INK: Readonly<Record<Status, string>> = {
  planned: "var(--st-planned)",
  carried: "var(--st-carried)",
  paused: "var(--st-paused)",
  "retail-only": "var(--st-retail)",
  withdrawn: "var(--st-withdrawn)",
  declined: "var(--st-declined)",
  ended: "var(--st-ended)",
};
/** What a diagonal is filled with. */
const TONE: Readonly<Record<Status, string>> = {
  planned: "var(--wash-planned)",
  carried: "var(--st-carried)",
  paused: "url(#p-paused)",
  "retail-only": "url(#p-retail-only)",
  withdrawn: "url(#p-withdrawn)",
  declined: "var(--wash-declined)",
  ended: "var(--st-ended)",
};

const round = (n: number) => Math.round(n * 100) / 100;
export const placed = ({ from, to }: Span) => ({ x: `${from}%`, width: `${round(Math.max(0, to - from))}%` });

/** Certain days of a status. */
export function Bar({ status, span }: { status: Status; span: Span }) {
  if (span.to - span.from <= 0) return null;
  const height = HEIGHT[status];
  const y = CENTRE - height / 2;
  const place = placed(span);
  if (status === "carried" || status === "ended")
    return <rect {...place} y={y} height={height} fill={INK[status]} />;
  if (status === "planned")
    return (
      <rect
        {...place}
        y={y + 0.75}
        height={height - 1.5}
        fill="var(--lane)"
        stroke={INK.planned}
        strokeWidth="1.5"
        strokeDasharray="4 3"
      />
    );
  return (
    <rect
      {...place}
      y={y + 0.5}
      height={height - 1}
      fill={status === "declined" ? "var(--lane)" : TONE[status]}
      stroke={INK[status]}
    />
  );
}

/** Days on which a status may have begun (rise) or ended (fall): always 20 high, whatever the status. */
export function Diagonal({ status, span, kind }: { status: Status; span: Span; kind: "rise" | "fall" }) {
  const [top, foot] = [CENTRE - 10, CENTRE + 10];
  const ends = { x1: `${span.from}%`, x2: `${span.to}%` };
  const edge = { stroke: INK[status], ...(status === "planned" && { strokeDasharray: "4 3" }) };
  return (
    <>
      <rect
        {...placed(span)}
        y={top}
        height="20"
        fill={TONE[status]}
        opacity={status === "planned" ? 1 : 0.6}
        clipPath={`url(#clip-${kind})`}
      />
      {kind === "rise" && <line {...ends} y1={foot} y2={top} {...edge} />}
      {status === "planned" && (
        <line
          {...ends}
          y1={kind === "rise" ? foot - 0.75 : top + 0.75}
          y2={kind === "rise" ? foot - 0.75 : top + 0.75}
          {...edge}
          strokeWidth="1.5"
        />
      )}
    </>
  );
}

/** Shapes that lanes refer to with `<use>`: their places are pixels beside a percentage. */
export function TimelineShapes() {
  return (
    <svg width="0" height="0" aria-hidden="true" className="absolute">
      <defs>
        <clipPath id="clip-rise" clipPathUnits="objectBoundingBox">
          <path d="M0 1L1 0V1z" />
        </clipPath>
        <clipPath id="clip-fall" clipPathUnits="objectBoundingBox">
          <path d="M0 1V0H1z" />
        </clipPath>
        {STATUSES.map((status) => (
          <g key={status}>
            <Tag status={status} />
            <End id={`end-${status}`} height={HEIGHT[status]} y={CENTRE} ink={INK[status]} />
          </g>
        ))}
        <End id="end-listing" height={8} y={CENTRE_COMPACT} ink="var(--st-listing)" />
        <path id="beyond-after" d="M4 -4l4 4-4 4" fill="none" stroke="var(--ink-2)" />
        <path id="beyond-before" d="M4 -4l-4 4 4 4" fill="none" stroke="var(--ink-2)" />
        <g id="flag">
          <rect x="-12" y="-4" width="24" height="24" fill="transparent" />
          <rect x="-7.5" width="15" height="16" rx="2" fill="var(--ink)" />
        </g>
        {["confirms", "denies", "no-comment", "criticises", "supports", "stack"].map((sign) => (
          <g key={sign} id={`at-${sign}`}>
            <rect x="-12" y="-5" width="24" height="24" fill="transparent" />
            <use href={`#m-${sign}`} x="-8" width="16" height="14" />
          </g>
        ))}
      </defs>
    </svg>
  );
}

/** Mark and letter on a ground, right of the true start or left of it; low bars get a tick at the start. */
function Tag({ status }: { status: Status }) {
  const { letter } = STATUS_WORDS[status];
  const width = letter === "W" ? 31 : 27;
  const ground = (x: number) => (
    <>
      <rect x={x} y={CENTRE - 8} width={width} height="16" rx="2" fill="var(--lane)" />
      {/* Not a `<use>` of the mark: a use within a use, a thousand times, is what a chart of hundreds of lanes would wait for. */}
      <StatusShape status={status} transform={`translate(${x + 3} ${CENTRE - 5.5}) scale(${TAG_SCALE})`} />
      <text x={x + 16.5} y={CENTRE + 4} className="tl">
        {letter}
      </text>
    </>
  );
  const tick = HEIGHT[status] < 16 && (
    <path d={`M.75 ${CENTRE - 10}v20`} stroke={INK[status]} strokeWidth="1.5" />
  );
  return (
    <>
      <g id={`tag-start-${status}`}>
        {ground(1.5)}
        {tick}
      </g>
      <g id={`tag-before-${status}`}>
        {ground(-1 - width)}
        {tick}
      </g>
      <g id={`tag-none-${status}`}>{tick}</g>
      <g id={`about-${status}`}>
        <path d={`M0 ${CENTRE - 12}v24`} stroke="var(--lane)" strokeWidth="3" />
        <path d={`M0 ${CENTRE - 12}v24`} stroke={INK[status]} strokeWidth="2" strokeDasharray="1.5 2.5" />
      </g>
    </>
  );
}

/** Three teeth cut out of a bar's end, then dots: no end known, time not to scale. */
function End({ id, height, y, ink }: { id: string; height: number; y: number; ink: string }) {
  const [top, quarter] = [y - height / 2 - 1, (height + 2) / 4];
  const teeth = [1, 2, 3, 4].map((n) => `L${n % 2 === 1 ? -4 : 0} ${top + n * quarter}`).join("");
  return (
    <g id={id}>
      {height > 4 && <path d={`M1 ${top}H0${teeth}H1z`} fill="var(--lane)" />}
      <path d={`M3 ${y}H19`} stroke={ink} strokeWidth="2" strokeDasharray="2 4" />
    </g>
  );
}
