import type { Scene } from "./scene";
import { placed } from "./shapes";

/** What lies behind every lane: months, and the policy actions across. */
export function Grid({ scene: { ticks, flags, axis } }: { scene: Scene }) {
  // A new year stands out among months, not among years.
  const months = ticks.some(({ year }) => !year);
  return (
    <>
      {ticks
        .filter(({ day }) => day >= axis.first)
        .map(({ day, x, year }) => (
          <line key={day} x1={`${x}%`} x2={`${x}%`} y2="100%" className={year && months ? "gy" : "gm"} />
        ))}
      {flags.map(({ policy, x, to }) => (
        <g key={policy.id}>
          {to > x && <rect {...placed({ from: x, to })} height="100%" fill="var(--ink)" opacity=".035" />}
          <line x1={`${x}%`} x2={`${x}%`} y2="100%" stroke="var(--ink-3)" strokeDasharray="1 3" />
        </g>
      ))}
    </>
  );
}

/** One grid behind all lanes of a dense chart, instead of one in each. */
export function Backdrop({ scene }: { scene: Scene }) {
  return (
    <svg className="plot backdrop" aria-hidden="true">
      <Grid scene={scene} />
      <Veil from={scene.veilFrom} />
    </svg>
  );
}

/** The day looked at, and the veil on all after it. */
export function Veil({ from }: { from: number | null }) {
  if (from === null) return null;
  return (
    <g className="veil">
      <rect {...placed({ from, to: 100 })} height="100%" fill="var(--veil)" />
      <rect x="100%" width="20" height="100%" fill="var(--veil)" />
      <line x1={`${from}%`} x2={`${from}%`} y2="100%" stroke="var(--ink)" strokeWidth="1.5" />
    </g>
  );
}
