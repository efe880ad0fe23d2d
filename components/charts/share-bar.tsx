import { type StatusCounts, sumOf } from "@/domain/overview";
import { STATUSES } from "@/domain/status";
import { STATUS_WORDS } from "@/domain/words";
import { STACK_ORDER, STATUS_FILL } from "./status-fill";

/** One bar cut by status, `scale` the number that would fill the whole width. Its name says every number. */
export function ShareBar({ counts, scale, label }: { counts: StatusCounts; scale: number; label: string }) {
  const said = STATUSES.filter((s) => counts[s] > 0).map((s) => `${counts[s]} ${STATUS_WORDS[s].word}`);
  let x = 0;
  return (
    <svg width="100%" height="12" role="img" aria-label={`${label}: ${said.join(", ") || "none"}`}>
      {STACK_ORDER.filter((s) => counts[s] > 0).map((status) => {
        const width = (100 * counts[status]) / Math.max(1, scale);
        const from = x;
        x += width;
        const { fill, stroke } = STATUS_FILL[status];
        return (
          <rect
            key={status}
            x={`${round(from)}%`}
            y="1"
            width={`${round(width)}%`}
            height="9"
            fill={fill}
            stroke={stroke}
            strokeDasharray={status === "planned" ? "3 2" : undefined}
          />
        );
      })}
      {sumOf(counts) === 0 && <line x1="0" x2="100%" y1="6" y2="6" stroke="var(--rule)" />}
    </svg>
  );
}

const round = (n: number) => Math.round(n * 100) / 100;
