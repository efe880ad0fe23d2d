import { percent } from "@/components/charts/grid-lines";
import { type Day, daysBetween, type Edtf } from "@/domain/edtf";

type Span = { readonly from: Day; readonly to: Day };
type Props = {
  /** What is drawn, in words. */
  label: string;
  /** A listing at a retailer, or a spell on sale at a carrier. */
  kind: "listed" | "sold";
  from: Edtf;
  to: Edtf | null;
  /** Of what has no known end: the day of its last news; from there on it is a line. Left out: it lasts till now. */
  heard?: Day | null;
  span: Span;
};

/** How long something lasts, on an axis that all rows share: certain days full, uncertain ones faded, no known end ragged. */
export function SpanBar({ label, kind, from, to, heard, span }: Props) {
  const days = Math.max(1, daysBetween(span.from, span.to));
  const at = (day: Day) => Math.min(1, Math.max(0, daysBetween(span.from, day) / days));
  const [begins, sure] = [at(from.openStart ? from.latest : from.earliest), at(from.latest)];
  const known = heard ? at(heard) : 1;
  const [mayEnd, ends] = to ? [at(to.earliest), at(to.latest)] : [known, Math.max(sure, known)];
  const full = Math.max(sure, Math.min(mayEnd, 1));
  return (
    <svg width="100%" height="12" role="img" aria-label={label}>
      <line x1="0" x2="100%" y1="6" y2="6" className="gm" />
      {!to && (
        <rect x={percent(begins)} width={percent(1 - begins)} y="5" height="2" className={`${kind} maybe`} />
      )}
      <rect
        x={percent(begins)}
        width={percent(Math.max(0.004, ends - begins))}
        y="2"
        height="8"
        className={`${kind} maybe`}
      />
      <rect
        x={percent(sure)}
        width={percent(Math.max(0.004, full - sure))}
        y="2"
        height="8"
        className={kind}
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
export function SpanAxis({ span }: { span: Span }) {
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
