import Link from "next/link";
import type { Waiting } from "@/domain/batches";
import { instantWords } from "@/domain/date-words";
import { PROPOSAL_KIND_WORDS, PROPOSAL_STATE_WORDS } from "@/domain/proposal-words";
import { reviewPath } from "@/formats/paths";

/** Proposals, one a line. `person`: whoever looks. */
export function ProposalList({ rows, person }: { rows: readonly Waiting[]; person: string }) {
  return (
    <table className="stack">
      <thead>
        <tr>
          <th scope="col">Proposal</th>
          <th scope="col">From</th>
          <th scope="col" className="num">
            Changes
          </th>
          <th scope="col">By</th>
          <th scope="col">Since</th>
          <th scope="col">State</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">
              <Link prefetch={false} href={reviewPath(row.id)}>
                {row.title}
              </Link>
            </th>
            <td data-label="From">{PROPOSAL_KIND_WORDS[row.kind]}</td>
            <td data-label="Changes" className="num">
              {row.commands.toLocaleString("en-GB")}
            </td>
            <td data-label="By">{row.author.id === person ? "you" : row.author.name}</td>
            <td data-label="Since" className="nw">
              <time dateTime={row.at}>{instantWords(row.at)}</time>
            </td>
            <td data-label="State">
              <span className="tag">{PROPOSAL_STATE_WORDS[row.state]}</span>
              {row.decided && row.state !== "withdrawn" && <small>by {row.decided.name}</small>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
