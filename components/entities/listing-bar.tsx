import { percent } from "@/components/charts/grid-lines";
import { dateWords } from "@/domain/date-words";
import { type Day, daysBetween } from "@/domain/edtf";
import type { ListingLine } from "@/domain/entity-pages";

type Span = { readonly from: Day; readonly to: Day };
type Props = { listing: Pick<ListingLine, "from" | "to" | "device">; span: Span };

/** How long a listing lasts, on an axis that all rows share: certain days full, uncertain ones faded, no known end ragged. */
export function ListingBar({ listing: { from, to, device }, span }: Props) {
  const days = Math.max(1, daysBetween(span.from, span.to));
  const at = (day: Day) => Math.min(1, Math.max(0, daysBetween(span.from, day) / days));
  const [begins, sure] = [at(from.openStart ? from.latest : from.earliest), at(from.latest)];
  const [mayEnd, ends] = to ? [at(to.earliest), at(to.latest)] : [1, 1];
  const full = Math.max(sure, Math.min(mayEnd, 1));
  return (
    <svg
      width="100%"
      height="12"
      role="img"
      aria-label={`${device.name}: from ${dateWords(from)}${to ? ` until ${dateWords(to)}` : ", no end known"}`}
    >
      <line x1="0" x2="100%" y1="6" y2="6" className="gm" />
      <rect
        x={percent(begins)}
        width={percent(Math.max(0.004, ends - begins))}
        y="2"
        height="8"
        className="listed maybe"
      />
      <rect
        x={percent(sure)}
        width={percent(Math.max(0.004, full - sure))}
        y="2"
        height="8"
        className="listed"
      />
      {!to && (
        <svg x="100%" width="1" height="12" overflow="visible" aria-hidden="true">
          <path d="M0 1l-4 2.5 4 2.5-4 2.5 4 2.5" className="teeth" />
        </svg>
      )}
    </svg>
  );
}

/** The years of the axis above the bars. */
export function ListingAxis({ span }: { span: Span }) {
  const days = Math.max(1, daysBetween(span.from, span.to));
  const [first, last] = [Number(span.from.slice(0, 4)) + 1, Number(span.to.slice(0, 4))];
  const step = Math.max(1, Math.ceil((last - first + 1) / 6));
  const years = Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i).filter(
    (_, i) => i % step === 0,
  );
  return (
    <svg width="100%" height="16" aria-hidden="true" className="axis">
      {years.map((year) => (
        <text
          key={year}
          x={percent(daysBetween(span.from, `${year}-01-01`) / days)}
          y="12"
          textAnchor="middle"
          className="ax"
        >
          {year}
        </text>
      ))}
    </svg>
  );
}
