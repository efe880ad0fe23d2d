import Link from "next/link";
import { STATUS_FILL } from "@/components/charts/status-fill";
import { StatusWord } from "@/components/status/status-mark";
import { type StatusCounts, sumOf } from "@/domain/overview";
import { STATUSES } from "@/domain/status";
import type { OverviewLinks } from "./links";

/** How many deals stand how on the day: the numbers that the page begins with. */
export function StatusStrip({ counts, links }: { counts: StatusCounts; links: OverviewLinks }) {
  return (
    <dl className="strip">
      <div>
        <dt>deals</dt>
        <dd>
          <Link href={links.deals()} prefetch={false}>
            {sumOf(counts).toLocaleString("en-GB")}
          </Link>
        </dd>
      </div>
      {STATUSES.map((status) => {
        const { fill, stroke } = STATUS_FILL[status];
        return (
          <div key={status}>
            <dt>
              <svg width="100%" height="10" aria-hidden="true">
                <rect
                  x="1"
                  y="1"
                  width="97%"
                  height="8"
                  fill={fill}
                  stroke={stroke}
                  strokeDasharray={status === "planned" ? "4 2" : undefined}
                />
              </svg>
              <StatusWord status={status} />
            </dt>
            <dd className={counts[status] === 0 ? "none" : undefined}>
              <Link href={links.deals({ status })} prefetch={false}>
                {counts[status].toLocaleString("en-GB")}
              </Link>
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
