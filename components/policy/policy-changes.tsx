import Link from "next/link";
import { DealName } from "@/components/deal/deal-name";
import { CertaintyMeter } from "@/components/status/certainty-meter";
import { StatusWord } from "@/components/status/status-mark";
import { dateWords } from "@/domain/date-words";
import type { PolicyChange } from "@/domain/policy";
import { REASON_WORDS } from "@/domain/words";
import { dealPath, type Query } from "@/formats/paths";

/** Status changes in the order of the world. `mark`: says of those that name the action that they do. */
export function PolicyChanges({
  changes,
  query,
  mark,
}: {
  changes: readonly PolicyChange[];
  query: Query;
  mark: boolean;
}) {
  return (
    <table className="stack">
      <thead>
        <tr>
          <th scope="col">From</th>
          <th scope="col">Deal</th>
          <th scope="col">Status before</th>
          <th scope="col">Became</th>
          <th scope="col">Reason given</th>
          <th scope="col">Certainty</th>
        </tr>
      </thead>
      <tbody>
        {changes.map(({ id, deal: { device, carrier }, before, status, effective, reasons, ...change }) => (
          <tr key={id}>
            <td className="nw">{dateWords(effective)}</td>
            <th scope="row">
              <DealName deal={{ device, carrier }} query={query} />
            </th>
            <td data-label="Before">
              {before ? <StatusWord status={before} /> : <span className="dim3">none known</span>}
            </td>
            <td data-label="Became">
              <Link
                className="q"
                prefetch={false}
                href={`${dealPath(device.slug, carrier.slug, query)}#c-${id}`}
              >
                <StatusWord status={status} />
              </Link>
            </td>
            <td data-label="Reason">
              {reasons.length === 0 ? (
                <span className="dim3">none given</span>
              ) : (
                reasons.map((r) => REASON_WORDS[r]).join(", ")
              )}
              {mark && change.names && <small>its sources name this action</small>}
            </td>
            <td>
              <CertaintyMeter certainty={change.certainty} disputed={change.disputed} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
