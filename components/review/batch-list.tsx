import Link from "next/link";
import type { BatchRow } from "@/domain/batches";
import { instantWords } from "@/domain/date-words";
import { BATCH_KIND_WORDS } from "@/domain/proposal-words";
import { reviewPath, undoPath } from "@/formats/paths";

/** Batches, newest first: who, when, what, how many, and whether it was undone. */
export function BatchList({ rows }: { rows: readonly BatchRow[] }) {
  return (
    <table className="stack">
      <thead>
        <tr>
          <th scope="col">What</th>
          <th scope="col">Kind</th>
          <th scope="col" className="num">
            Changes
          </th>
          <th scope="col">By</th>
          <th scope="col">When</th>
          <th scope="col">Undone</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">
              <Link prefetch={false} href={undoPath("batch", row.id)}>
                {row.title}
              </Link>
              {row.reason && <small>Why: {row.reason}</small>}
            </th>
            <td data-label="Kind">
              {row.proposal ? (
                <Link prefetch={false} href={reviewPath(row.proposal)}>
                  {BATCH_KIND_WORDS[row.kind]}
                </Link>
              ) : (
                BATCH_KIND_WORDS[row.kind]
              )}
            </td>
            <td data-label="Changes" className="num">
              {row.commands.toLocaleString("en-GB")}
            </td>
            <td data-label="By">{row.person}</td>
            <td data-label="When" className="nw">
              <time dateTime={row.at}>{instantWords(row.at)}</time>
            </td>
            <td data-label="Undone">
              {row.undone ? (
                <>
                  <span className="tag">undone</span>
                  <small>
                    {row.undone.person}, {instantWords(row.undone.at)}
                  </small>
                </>
              ) : (
                <Link className="btn s" prefetch={false} href={undoPath("batch", row.id)}>
                  Undo…
                </Link>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
