import Link from "next/link";
import { StatusMark } from "@/components/status/status-mark";
import { CELL_MARKS, type CellMark, type MatrixCounts } from "@/domain/matrix";
import { STATUSES } from "@/domain/status";
import { CELL_MARK_WORDS, STATUS_WORDS } from "@/domain/words";
import type { MatrixFilter } from "@/formats/matrix-query";

type Props = { counts: MatrixCounts; filter: MatrixFilter; hrefOf: (filter: MatrixFilter) => string };

/** What the marks mean, how many deals have them at the carriers in sight, and a way to see only those. */
export function MatrixLegend({ counts, filter, hrefOf }: Props) {
  const bare = { ...filter, page: 1, cell: null };
  const n = (count: number | undefined) => <i>{(count ?? 0).toLocaleString("en-GB")}</i>;
  return (
    <ul className="mleg" aria-label="What the marks mean; an entry leaves only what it names">
      {STATUSES.map((status) => {
        const on = filter.status === status;
        const { letter, word } = STATUS_WORDS[status];
        return (
          <li key={status}>
            <Link
              prefetch={false}
              className="lg"
              aria-current={on || undefined}
              href={hrefOf({ ...bare, status: on ? null : status })}
            >
              <StatusMark status={status} />
              <b aria-hidden="true">{letter}</b> {word} {n(counts.of[status])}
            </Link>
          </li>
        );
      })}
      {CELL_MARKS.map((mark) => {
        const on = filter.mark === mark;
        return (
          <li key={mark}>
            <Link
              prefetch={false}
              className="lg"
              aria-current={on || undefined}
              href={hrefOf({ ...bare, mark: on ? null : mark })}
            >
              <Sample mark={mark} /> {CELL_MARK_WORDS[mark]} {n(counts.of[mark])}
            </Link>
          </li>
        );
      })}
      <li className="lg">
        <span className="box" aria-hidden="true" /> no deal on record
      </li>
    </ul>
  );
}

function Sample({ mark }: { mark: CellMark }) {
  return (
    <span className={`box m-${mark}`} aria-hidden="true">
      {mark === "none" ? "·" : mark === "stale" ? "8y" : ""}
    </span>
  );
}
