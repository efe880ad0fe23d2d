import { StatusWord } from "@/components/status/status-mark";
import { type StatusCounts, sumOf } from "@/domain/overview";
import { STATUSES, type Status } from "@/domain/status";
import { NumberLink } from "./number-link";
import { STATUS_FILL } from "./status-fill";

type Props = {
  counts: StatusCounts;
  /** The deals of a status; null: of all. */
  hrefOf: (status: Status | null) => string;
};

/** How many deals stand how on the day: the numbers that a page begins with, each with its bar as charts draw it. */
export function StatusStrip({ counts, hrefOf }: Props) {
  return (
    <dl className="strip">
      <div>
        <dt>deals</dt>
        <dd>
          <NumberLink n={sumOf(counts)} href={hrefOf(null)} />
        </dd>
      </div>
      {STATUSES.map((status) => (
        <div key={status}>
          <dt>
            <svg width="100%" height="10" aria-hidden="true">
              <rect
                x="1"
                y="1"
                width="97%"
                height="8"
                strokeDasharray={status === "planned" ? "4 2" : undefined}
                {...STATUS_FILL[status]}
              />
            </svg>
            <StatusWord status={status} />
          </dt>
          <dd>
            <NumberLink n={counts[status]} href={hrefOf(status)} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
