import { NumberLink, type Opens } from "@/components/charts/number-link";
import { STATUS_FILL } from "@/components/charts/status-fill";
import { StatusWord } from "@/components/status/status-mark";
import type { Facets } from "@/domain/deal-facets";
import { STATUSES } from "@/domain/status";

/** Deals by status on the day; every number opens its deals. */
export function StatusStrip({ facets, open }: { facets: Facets; open: Opens }) {
  return (
    <dl className="strip">
      <div>
        <dt>deals</dt>
        <dd>
          <NumberLink n={facets.total} href={open({})} />
        </dd>
      </div>
      {STATUSES.map((status) => (
        <div key={status}>
          <dt>
            <svg width="100%" height="8" aria-hidden="true">
              <rect y="1" width="100%" height="6" {...STATUS_FILL[status]} />
            </svg>
            <StatusWord status={status} />
          </dt>
          <dd>
            <NumberLink n={facets.status[status]} href={open({ status })} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
