import { StatusLegend } from "@/components/status/status-legend";
import { StatusMark } from "@/components/status/status-mark";
import { STATEMENT_STANCES, STATUSES, type Status } from "@/domain/status";
import { STATEMENT_WORDS, STATUS_WORDS } from "@/domain/words";

/** What the marks of this chart mean: each status says its meaning on hover and focus, and all of them behind one click. */
export function Legend({ used }: { used: ReadonlySet<Status> }) {
  return (
    <>
      <ul className="leg" aria-label="Legend">
        {STATUSES.filter((s) => used.has(s)).map((status) => (
          <li key={status}>
            <button type="button" className="tip" aria-describedby={`means-${status}`}>
              <StatusMark status={status} />
              <b>{STATUS_WORDS[status].letter}</b> {STATUS_WORDS[status].word}
              <span role="tooltip" id={`means-${status}`}>
                {STATUS_WORDS[status].meaning}
              </span>
            </button>
          </li>
        ))}
        <li>
          <svg width="34" height="12" aria-hidden="true">
            <path d="M0 12L22 0V12z" fill="var(--ink-3)" opacity=".5" />
            <path d="M0 12L22 0" stroke="var(--ink-3)" />
            <rect x="22" width="12" height="12" fill="var(--ink-3)" />
          </svg>
          starts between two days
        </li>
        {used.has("planned") && (
          <li>
            <svg width="34" height="12" aria-hidden="true">
              <rect
                x=".75"
                y="2"
                width="32"
                height="8"
                fill="none"
                stroke="var(--st-planned)"
                strokeWidth="1.5"
                strokeDasharray="3 2"
              />
            </svg>
            target of a plan
          </li>
        )}
        <li>
          <svg width="34" height="12" aria-hidden="true">
            <path d="M0 2h20l-4 2 4 2-4 2 4 2H0z" fill="var(--ink-3)" />
            <path d="M22 6h12" stroke="var(--ink-3)" strokeWidth="2" strokeDasharray="2 4" />
          </svg>
          no end known, time not to scale
        </li>
        {STATEMENT_STANCES.map((stance) => (
          <li key={stance}>
            <svg width="16" height="14" aria-hidden="true">
              <use href={`#m-${stance}`} />
            </svg>
            {STATEMENT_WORDS[stance]}
          </li>
        ))}
      </ul>
      <StatusLegend />
    </>
  );
}
