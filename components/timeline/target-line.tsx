import { placed } from "./shapes";
import type { Place, TargetBox, Targets } from "./targets";

const Y = 51;

/** The targets of a plan under its bar: dashed boxes at their own dates, and one line of words. */
export function TargetLine({ targets: { boxes, wide, narrow } }: { targets: Targets }) {
  const isSame = wide.x === narrow.x && wide.words === narrow.words;
  return (
    <g className="targets">
      {boxes.map((box) => (
        <Box key={box.key} box={box} />
      ))}
      <Words place={wide} className={isSame ? "nt" : "nt only-w"} />
      {!isSame && <Words place={narrow} className="nt only-p" />}
    </g>
  );
}

function Box({ box: { from, to, struck, beyond } }: { box: TargetBox }) {
  if (beyond === "after") return <use href="#beyond-after" x="100%" y={Y} />;
  if (beyond === "before") return <use href="#beyond-before" x="0%" y={Y} />;
  return (
    <>
      <rect
        {...placed({ from, to })}
        y={Y - 4}
        height="8"
        fill="none"
        stroke="var(--st-planned)"
        strokeWidth="1.5"
        strokeDasharray="3 2"
      />
      {struck && <line x1={`${from}%`} x2={`${to}%`} y1={Y} y2={Y} stroke="var(--ink-2)" />}
    </>
  );
}

function Words({ place: { words, x, dx, end }, className }: { place: Place; className: string }) {
  return (
    <text className={className} x={`${x}%`} dx={dx} y={Y + 4} textAnchor={end ? "end" : "start"}>
      {words}
    </text>
  );
}
