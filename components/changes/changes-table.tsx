import Link from "next/link";
import type { ChangeMark, ChangeRow } from "@/domain/change-rows";
import { dateWords } from "@/domain/date-words";
import { carrierPath, devicePath, type Query, withClaim } from "@/formats/paths";
import { After, Before, Certain, Known, Why } from "./cells";

const MARKS: Readonly<Record<ChangeMark, string>> = {
  record: "recorded",
  correct: "corrected",
  retract: "retracted",
  evidence: "evidence added",
  "retract-evidence": "evidence retracted",
};

type Props = {
  rows: readonly ChangeRow[];
  query: Query;
  /** Lines of different kinds: each says how it came into the record. */
  mixed?: boolean;
  label: string;
};

/** Changes as lines: when, which deal, from what to what, why, how certain, and when it could be known. */
export function ChangesTable({ rows, query, mixed = false, label }: Props) {
  return (
    <table className="stack changes" aria-label={label}>
      <thead>
        <tr>
          <th scope="col">World date</th>
          <th scope="col">Deal</th>
          <th scope="col">Before</th>
          <th scope="col">After</th>
          <th scope="col">What and why</th>
          <th scope="col">Certainty</th>
          <th scope="col">Published</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const { deal, claim } = row;
          return (
            <tr key={row.key}>
              <td>
                {dateWords(claim.effective)}
                {mixed && <small className="tag">{MARKS[row.mark]}</small>}
              </td>
              <th scope="row">
                <Link
                  className="q"
                  prefetch={false}
                  href={devicePath(deal.device.slug, withClaim(query, claim.id))}
                >
                  {deal.device.name}
                </Link>
                <small>
                  <Link className="q" prefetch={false} href={carrierPath(deal.carrier.slug, query)}>
                    {deal.carrier.name}
                  </Link>
                </small>
              </th>
              <td data-label="Before">
                <Before row={row} />
              </td>
              <td data-label="After" className="to">
                <After row={row} />
              </td>
              <td className="dim">
                <Why row={row} />
              </td>
              <td data-label="Certainty">
                <Certain row={row} />
              </td>
              <td data-label="Published" className="dim">
                <Known row={row} />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
